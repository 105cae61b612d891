import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { ForbiddenError, notFound } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, UserAuthority } from '../../users/index.js';
import { totpOff } from './totp-removal.service.js';
import { TotpRemover } from './totp-remover.js';

/** Removes the second factor of another user who lost the authenticator and the recovery codes. */
@Injectable()
export class TotpResetService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly authority: UserAuthority,
    private readonly remover: TotpRemover,
  ) {}

  async reset(actor: Actor, userId: string): Promise<void> {
    if (userId === actor.userId)
      throw new ForbiddenError('own-totp', 'Use DELETE /auth/totp with a code to remove your own second factor.');
    const account = await this.accounts.byId(userId);
    if (!account) throw notFound('user');
    await this.database.write(async () => {
      await this.authority.requireSameAuthority(actor, userId);
      if (!(await this.remover.remove(account, true))) throw totpOff();
    });
  }
}
