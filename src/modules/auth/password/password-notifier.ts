import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import type { CredentialRow } from '../../users/index.js';
import { userPasswordChanged, userPasswordReset } from '../auth.events.js';
import { AccountMail } from '../mail/account-mail.js';
import { SessionsService } from '../sessions/sessions.service.js';

const RESETS = {
  link: 'A password was reset with a link from a mail.',
  operator: 'A password was reset by a command on the server.',
} as const;

/** Ends sessions, and records and mails a password change, in the unit of work of the change. */
@Injectable()
export class PasswordNotifier {
  constructor(
    private readonly sessions: SessionsService,
    private readonly events: Events,
    private readonly log: SecurityLog,
    private readonly mail: AccountMail,
  ) {}

  /** Handles a change by the user. The current session stays active. */
  async changed({ id, email }: CredentialRow, retainedSessionId: string): Promise<void> {
    const revokedSessions = await this.sessions.endOthers(id, retainedSessionId, 'password-changed');
    this.events.record(userPasswordChanged, id, { revokedSessions });
    await this.log.record({
      event: 'password_changed',
      userId: id,
      email,
      description: 'A user changed the password.',
      details: { revokedSessions },
    });
    await this.mail.passwordChanged(email);
  }

  /** Handles a reset by a link or by the operator. Ends all sessions. */
  async reset({ id, email }: CredentialRow, by: 'link' | 'operator'): Promise<void> {
    const revokedSessions = await this.sessions.endAll(id, 'password-reset');
    this.events.record(userPasswordReset, id, { revokedSessions });
    await this.log.record({
      event: 'password_reset',
      severity: 'warning',
      userId: id,
      email,
      description: RESETS[by],
      details: { revokedSessions },
    });
    await this.mail.passwordChanged(email);
  }
}
