import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { UserTokens } from '../../users/index.js';
import { userEmailChanged } from '../auth.events.js';
import { AccountMail } from '../mail/account-mail.js';

/** Withdraws old links, and records and mails the change, in the unit of work of the change. */
@Injectable()
export class EmailNotifier {
  constructor(
    private readonly tokens: UserTokens,
    private readonly events: Events,
    private readonly log: SecurityLog,
    private readonly mail: AccountMail,
  ) {}

  async changed(id: string, email: string, previousEmail: string): Promise<void> {
    // Links that were sent to the old mailbox must not give access any more.
    for (const purpose of ['password_reset', 'invitation'] as const) await this.tokens.withdraw(id, purpose);
    this.events.record(userEmailChanged, id, { email, previousEmail });
    await this.log.record({
      event: 'email_changed',
      severity: 'warning',
      userId: id,
      email: previousEmail,
      description: 'A user confirmed a new e-mail address.',
      details: { email },
    });
    await this.mail.emailChanged(previousEmail);
  }
}
