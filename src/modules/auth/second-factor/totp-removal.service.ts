import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict, invalidAt } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, type CredentialRow, type PasswordSetting } from '../../users/index.js';
import type { BrowserVisit } from '../browser/visit.js';
import { SignInProof } from '../login/sign-in-proof.js';
import { inBody } from '../login/step-up.service.js';
import { requireSession } from '../me.js';
import { NewPassword } from '../password/new-password.js';
import type { TotpRemoval } from './totp.dto.js';
import { TotpRemoving } from './totp-removing.js';

export const totpOff = (): Conflict => new Conflict('totp-disabled', 'There is no second factor.');

/** Going without one's own second factor, which is asked for one last time. */
@Injectable()
export class TotpRemovalService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly proof: SignInProof,
    private readonly passwords: NewPassword,
    private readonly removing: TotpRemoving,
  ) {}

  async remove(actor: Actor, { newPassword, ...claim }: TotpRemoval, { request }: BrowserVisit): Promise<void> {
    const sessionId = requireSession(actor);
    const account = await this.accounts.requireById(actor.userId);
    if (account.totpEnabledAt === null) throw totpOff();
    const setting = await this.longEnough(account, newPassword);
    await this.requireFactor(account, claim, request);
    await this.database.write(async () => {
      if (!(await this.removing.remove(account, false))) throw totpOff();
      if (setting) await this.passwords.change(account, setting, sessionId);
    });
  }

  /** The password stands alone from then on: eight characters were enough only beside the second factor. */
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
        'your password is too short to stand alone: newPassword must have at least 15 characters',
      );
    return undefined;
  }

  private async requireFactor(
    account: CredentialRow,
    claim: TotpRemoval,
    request: BrowserVisit['request'],
  ): Promise<void> {
    const passed = await this.proof.hasFactor(account, claim, request).catch((error: unknown) => {
      throw inBody(error);
    });
    if (!passed) throw invalidAt('#/code', 'wrong-code', 'the code is wrong, was used already, or is over');
  }
}
