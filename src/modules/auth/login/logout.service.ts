import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import { Database } from '../../../platform/database/index.js';
import { Cookies } from '../browser/cookies.js';
import type { BrowserVisit } from '../browser/visit.js';
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

  async logout(actor: Actor, visit: BrowserVisit): Promise<void> {
    const sessionId = requireSession(actor);
    await this.database.write(async () => {
      await this.sessions.end(actor.userId, sessionId, 'signed-out');
      await this.log.record({ event: 'logout', description: 'Somebody signed out.', details: { sessionId } });
    });
    // A token's session has no cookie; one that came beside it is another session's.
    if (actor.kind === 'session') this.cookies.clearSession(visit);
  }
}
