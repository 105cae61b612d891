import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Cookies } from '../browser/cookies.js';
import type { BrowserVisit } from '../browser/visit.js';
import { requireSession } from '../me.js';
import { SessionsService } from '../sessions/sessions.service.js';

@Injectable()
export class LogoutService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
  ) {}

  async logout(actor: Actor, visit: BrowserVisit): Promise<void> {
    await this.sessions.end(actor.userId, requireSession(actor), 'signed-out');
    // A token's session has no cookie; one that came beside it is another session's.
    if (actor.kind === 'session') this.cookies.clearSession(visit);
  }
}
