import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError, invalidAt } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, UserTokens } from '../../users/index.js';
import { AccountMail } from '../mail/account-mail.js';
import { MailThrottle } from '../mail/mail-throttle.js';
import { requireSession } from '../me.js';

@Injectable()
export class EmailChangeService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly throttle: MailThrottle,
    private readonly tokens: UserTokens,
    private readonly mail: AccountMail,
  ) {}

  /**
   * Reports an address of another user only after the link is opened. Otherwise the response would show who has an
   * account.
   */
  async change(actor: Actor, newEmail: string): Promise<void> {
    requireSession(actor);
    const { id, email } = await this.accounts.requireById(actor.userId);
    if (newEmail === email) throw invalidAt('#/newEmail', 'same-email', 'newEmail is already your address');
    await this.throttle.countUser(id);
    await this.database.write(async () => {
      await this.mail.verifyEmail(newEmail, await this.tokens.issue(id, 'email_verification', newEmail));
      await this.mail.emailChangeAsked(email);
    });
  }

  async resend(actor: Actor): Promise<void> {
    requireSession(actor);
    const { id, email, emailVerifiedAt } = await this.accounts.requireById(actor.userId);
    if (emailVerifiedAt !== null) throw new ConflictError('email-verified', 'Your e-mail address is already verified.');
    await this.throttle.countUser(id);
    await this.database.write(async () =>
      this.mail.verifyEmail(email, await this.tokens.issue(id, 'email_verification', email)),
    );
  }
}
