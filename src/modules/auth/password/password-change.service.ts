import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts } from '../../users/index.js';
import type { PasswordChange } from '../auth.dto.js';
import type { BrowserVisit } from '../browser/visit.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { requireSession } from '../me.js';
import { PasswordPolicy } from './password-policy.js';
import { PasswordProof } from './password-proof.js';

/** A new password ends every other session: whoever had the old one is out. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly proof: PasswordProof,
    private readonly policy: PasswordPolicy,
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly sessions: SessionsService,
  ) {}

  async change(actor: Actor, { currentPassword, newPassword }: PasswordChange, { request }: BrowserVisit): Promise<void> {
    const sessionId = requireSession(actor);
    const account = await this.accounts.byId(actor.userId);
    const proven = await this.proof.of(account, { email: actor.email, password: currentPassword }, request);
    if (!proven) throw invalidAt('#/currentPassword', 'wrong-password', 'currentPassword is not your password');
    await this.policy.check(newPassword, actor);
    const passwordHash = await this.proof.hash(newPassword);
    await this.database.write(async () => {
      await this.accounts.changePassword(actor.userId, passwordHash);
      await this.sessions.endForNewPassword(actor.userId, sessionId);
    });
  }
}
