import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError, invalidAt } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, type CredentialRow, type PasswordSetting } from '../../users/index.js';
import { CredentialVerifier } from '../login/credential-verifier.js';
import { inBody } from '../login/step-up.service.js';
import { requireSession } from '../me.js';
import { NewPassword } from '../password/new-password.js';
import type { TotpRemoval } from './totp.dto.js';
import { TotpRemover } from './totp-remover.js';

export const totpOff = (): ConflictError => new ConflictError('totp-disabled', 'The second factor is not enabled.');

/** Removes the second factor of the caller. Needs a code of this second factor. */
@Injectable()
export class TotpRemovalService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly verifier: CredentialVerifier,
    private readonly passwords: NewPassword,
    private readonly remover: TotpRemover,
  ) {}

  async remove(actor: Actor, { newPassword, ...claim }: TotpRemoval): Promise<void> {
    const sessionId = requireSession(actor);
    const account = await this.accounts.requireById(actor.userId);
    if (account.totpEnabledAt === null) throw totpOff();
    const setting = await this.longEnough(account, newPassword);
    await this.requireFactor(account, claim);
    await this.database.write(async () => {
      if (!(await this.remover.remove(account, false))) throw totpOff();
      if (setting) await this.passwords.change(account, setting, sessionId);
    });
  }

  /** Checks the password for use without a second factor. Eight characters are enough only with a second factor. */
  private async longEnough(
    account: CredentialRow,
    newPassword: string | undefined,
  ): Promise<PasswordSetting | undefined> {
    if (newPassword !== undefined)
      return this.passwords.prepare(newPassword, { ...account, totpEnabledAt: null }, 'newPassword');
    if (account.hasShortPassword)
      throw invalidAt(
        '#/newPassword',
        'too-short',
        'without a second factor your password is too short: newPassword must have at least 15 characters',
      );
    return undefined;
  }

  private async requireFactor(account: CredentialRow, claim: TotpRemoval): Promise<void> {
    const passed = await this.verifier.hasFactor(account, claim).catch((error: unknown) => {
      throw inBody(error);
    });
    if (!passed) throw invalidAt('#/code', 'wrong-code', 'the code is wrong, already used, or expired');
  }
}
