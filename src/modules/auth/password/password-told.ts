import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import type { CredentialRow } from '../../users/index.js';
import { userPasswordChanged, userPasswordReset } from '../auth.events.js';
import { AccountMail } from '../mail/account-mail.js';
import { SessionsService } from '../sessions/sessions.service.js';

/** What a new password entails, in its unit of work: sessions end, and those whom it concerns hear of it. */
@Injectable()
export class PasswordTold {
  constructor(
    private readonly sessions: SessionsService,
    private readonly events: Events,
    private readonly log: SecurityLog,
    private readonly mail: AccountMail,
  ) {}

  /** By its owner, in a session that goes on. */
  async changed({ id, email }: CredentialRow, keptSessionId: string): Promise<void> {
    const revokedSessions = await this.sessions.endOthers(id, keptSessionId, 'password-changed');
    this.events.record(userPasswordChanged, id, { revokedSessions });
    await this.log.record({
      event: 'password_changed',
      userId: id,
      email,
      description: 'Somebody changed their password.',
      details: { revokedSessions },
    });
    await this.mail.passwordChanged(email);
  }

  /** By a link: nobody goes on. */
  async reset({ id, email }: CredentialRow): Promise<void> {
    const revokedSessions = await this.sessions.endAll(id, 'password-reset');
    this.events.record(userPasswordReset, id, { revokedSessions });
    await this.log.record({
      event: 'password_reset',
      severity: 'warning',
      userId: id,
      email,
      description: 'A password was set anew through a link that was sent by mail.',
      details: { revokedSessions },
    });
    await this.mail.passwordChanged(email);
  }
}
