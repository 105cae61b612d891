import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import { userInvitationAccepted } from '../auth.events.js';

/** Who hears of an accepted invitation, in its unit of work. */
@Injectable()
export class InvitationTold {
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
      description: 'Somebody accepted their invitation and set a password.',
    });
  }
}
