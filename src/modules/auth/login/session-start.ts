import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { Events } from '../../../kernel/events.js';
import { requestContext } from '../../../kernel/request-context.js';
import { randomToken, sha256 } from '../../../platform/crypto/index.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, User, type Person } from '../../users/index.js';
import { sessionCreated, userSignedIn } from '../auth.events.js';
import { Cookies } from '../browser/cookies.js';
import type { BrowserVisit } from '../browser/visit.js';
import { ABSOLUTE_MS, Session } from '../sessions/session.entity.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { deviceOf } from '../sessions/user-agent.js';

export interface Begun {
  readonly actor: Actor;
  readonly expiresAt: string;
}

/** A new session with a new token, whatever the browser brought along: a token planted before the login is worth nothing after it. */
@Injectable()
export class SessionStart {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly accounts: Accounts,
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
  ) {}

  async begin(person: Person, visit: BrowserVisit, strongerHash: string | undefined): Promise<Begun> {
    const token = randomToken();
    const actor: Actor = { ...person, kind: 'session', sessionId: newId() };
    // The route is public, so nobody has said yet whose deed this is.
    const scope = requestContext();
    if (scope) scope.actor = actor;
    const expiresAt = new Date(Date.now() + ABSOLUTE_MS);
    const brought = this.cookies.session(visit.request);
    await this.database.write(async (em) => {
      if (brought) await this.sessions.endByHash(sha256(brought), 'signed-in-again');
      em.create(Session, { id: actor.sessionId ?? newId(), user: em.getReference(User, person.userId), tokenHash: sha256(token), expiresAt, ...originOf(visit.request) });
      await this.accounts.signedIn(person.userId, strongerHash);
      this.record(actor, visit.request);
    });
    this.cookies.setSession(visit, token);
    return { actor, expiresAt: expiresAt.toISOString() };
  }

  private record({ userId, sessionId = '' }: Actor, request: Request): void {
    const { ipAddress, deviceType, browser, os } = originOf(request);
    this.events.record(sessionCreated, sessionId, { userId, ipAddress, deviceType, browser, os });
    this.events.record(userSignedIn, userId, { sessionId, ipAddress });
  }
}

function originOf({ ip, headers }: Request) {
  const userAgent = headers['user-agent']?.slice(0, 500) ?? null;
  return { ipAddress: ip ?? null, userAgent, ...deviceOf(userAgent) };
}
