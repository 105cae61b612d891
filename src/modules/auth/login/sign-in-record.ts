import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Events } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import type { SessionStarted } from '../auth-events.dto.js';
import { sessionCreated, userSignedIn } from '../auth.events.js';

/** What is told of somebody who signed in, in the unit of work of the session. */
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
      description: 'Somebody signed in.',
      details: { sessionId, deviceType, browser, os },
    });
  }
}
