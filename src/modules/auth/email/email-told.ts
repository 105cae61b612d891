import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import { UserTokens } from '../../users/index.js';
import { userEmailChanged } from '../auth.events.js';
import { AccountMail } from '../mail/account-mail.js';

/** What another address entails, in its unit of work. */
@Injectable()
export class EmailTold {
  constructor(
    private readonly tokens: UserTokens,
    private readonly events: Events,
    private readonly log: SecurityLog,
    private readonly mail: AccountMail,
  ) {}

  async changed(id: string, email: string, previousEmail: string): Promise<void> {
    // Whoever reads the old mailbox must not come in by what was sent to it.
    for (const purpose of ['password_reset', 'invitation'] as const) await this.tokens.withdraw(id, purpose);
    this.events.record(userEmailChanged, id, { email, previousEmail });
    await this.log.record({
      event: 'email_changed',
      severity: 'warning',
      userId: id,
      email: previousEmail,
      description: 'Somebody confirmed another e-mail address.',
      details: { email },
    });
    await this.mail.emailChanged(previousEmail);
  }
}
