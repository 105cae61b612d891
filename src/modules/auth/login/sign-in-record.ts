import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Events } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import type { SessionStarted } from '../auth-events.dto.js';
import { sessionCreated, userSignedIn } from '../auth.events.js';

/** Records a sign-in as events and in the security log, in the unit of work of the session. */
@Injectable()
export class SignInRecord {
  constructor(
    private readonly events: Events,
    private readonly log: SecurityLog,
  ) {}

  async write({ userId, email, sessionId = '' }: Actor, started: Omit<SessionStarted, 'userId'>): Promise<void> {
    const { ipAddress, deviceType, browser, os } = started;
    this.events.record(sessionCreated, sessionId, { userId, ...started });
    this.events.record(userSignedIn, userId, { sessionId, ipAddress });
    await this.log.record({
      event: 'login_success',
      userId,
      email,
      description: 'A user signed in.',
      details: { sessionId, deviceType, browser, os },
    });
  }
}
