import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts } from '../../users/index.js';
import type { PasswordChange } from '../auth.dto.js';
import type { BrowserVisit } from '../browser/visit.js';
import { SignInProof } from '../login/sign-in-proof.js';
import { requireSession } from '../me.js';
import { NewPassword } from './new-password.js';

/** A new password ends every other session: whoever had the old one is out. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly proof: SignInProof,
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly passwords: NewPassword,
  ) {}

  async change(
    actor: Actor,
    { currentPassword, newPassword }: PasswordChange,
    { request }: BrowserVisit,
  ): Promise<void> {
    const sessionId = requireSession(actor);
    const account = await this.accounts.requireById(actor.userId);
    if (!(await this.proof.knowsPassword(account, currentPassword, request)))
      throw invalidAt('#/currentPassword', 'wrong-password', 'currentPassword is not your password');
    const setting = await this.passwords.prepare(newPassword, account, 'newPassword');
    await this.database.write(() => this.passwords.change(account, setting, sessionId));
  }
}
