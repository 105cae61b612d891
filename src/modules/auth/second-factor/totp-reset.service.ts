import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Forbidden, notFound } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, Actors } from '../../users/index.js';
import { totpOff } from './totp-removal.service.js';
import { TotpRemoving } from './totp-removing.js';

/** For somebody who has lost both their authenticator and their recovery codes. */
@Injectable()
export class TotpResetService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly actors: Actors,
    private readonly removing: TotpRemoving,
  ) {}

  async reset(actor: Actor, userId: string): Promise<void> {
    if (userId === actor.userId)
      throw new Forbidden('own-totp', 'Remove your own second factor with a code of it: DELETE /auth/totp.');
    const account = await this.accounts.byId(userId);
    const person = account && (await this.actors.person(userId));
    if (!account || !person) throw notFound('user');
    // Or whoever may change users could weaken the account of somebody who may more, and then guess its password.
    if ([...person.permissions].some((permission) => !actor.permissions.has(permission)))
      throw new Forbidden('stronger-user', 'This user may more than you. Ask somebody who may as much.');
    await this.database.write(async () => {
      if (!(await this.removing.remove(account, true))) throw totpOff();
    });
  }
}
