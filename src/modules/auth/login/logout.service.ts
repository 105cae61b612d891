import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { Database } from '../../../platform/database/index.js';
import { Cookies } from '../browser/cookies.js';
import type { HttpContext } from '../browser/http-context.js';
import { requireSession } from '../me.js';
import { SessionsService } from '../sessions/sessions.service.js';

@Injectable()
export class LogoutService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
    private readonly log: SecurityLog,
  ) {}

  async logout(actor: Actor, http: HttpContext): Promise<void> {
    const sessionId = requireSession(actor);
    await this.database.write(async () => {
      await this.sessions.end(actor.userId, sessionId, 'signed-out');
      await this.log.record({ event: 'logout', description: 'A user signed out.', details: { sessionId } });
    });
    // A token session has no cookie. A cookie in the same request belongs to another session.
    if (actor.kind === 'session') this.cookies.clearSession(http);
  }
}
