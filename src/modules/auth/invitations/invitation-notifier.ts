import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { userInvitationAccepted } from '../auth.events.js';

/** Records an event and a security log entry, in the unit of work of the acceptance. */
@Injectable()
export class InvitationNotifier {
  constructor(
    private readonly events: Events,
    private readonly log: SecurityLog,
  ) {}

  async accepted({ id, email }: { id: string; email: string }): Promise<void> {
    this.events.record(userInvitationAccepted, id, { email });
    await this.log.record({
      event: 'password_changed',
      userId: id,
      email,
      description: 'A user accepted an invitation and set a password.',
    });
  }
}
