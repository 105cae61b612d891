import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { randomToken, sha256 } from '../../../platform/crypto/index.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, User, type KnownUser } from '../../users/index.js';
import { Cookies } from '../browser/cookies.js';
import type { HttpContext } from '../browser/http-context.js';
import { actAs } from '../me.js';
import { ABSOLUTE_MS, Session } from '../sessions/session.entity.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { deviceOf } from '../sessions/user-agent.js';
import { SignInRecord } from './sign-in-record.js';

export interface SignIn {
  readonly person: KnownUser;
  readonly request: Request;
  readonly kind: 'session' | 'token';
  readonly strongerHash: string | undefined;
  /** Value of the session cookie. Without this value, no cookie can open the session. */
  readonly token?: string;
}

/** Data of the new session for the callback of `open`. */
export interface NewSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: string;
}

export interface StartedSession {
  readonly actor: Actor;
  readonly expiresAt: string;
}

/**
 * Starts all sessions, with a cookie or with tokens. Every session gets a new token, which prevents session fixation.
 */
@Injectable()
export class SessionStart {
  constructor(
    private readonly database: Database,
    private readonly record: SignInRecord,
    private readonly accounts: Accounts,
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
  ) {}

  /** Starts a session with a cookie and ends the previous session of the same browser. */
  async begin(person: KnownUser, http: HttpContext, strongerHash: string | undefined): Promise<StartedSession> {
    const token = randomToken();
    const brought = this.cookies.session(http.request);
    const started = await this.open(
      { person, request: http.request, kind: 'session', strongerHash, token },
      async ({ expiresAt }, actor) => {
        if (brought) await this.sessions.endByHash(sha256(brought), 'signed-in-again');
        return { actor, expiresAt };
      },
    );
    this.cookies.setSession(http, token);
    return started;
  }

  /** Creates a session and runs `beside` in the same transaction. */
  async open<T>(
    { person, request, kind, strongerHash, token = randomToken() }: SignIn,
    beside: (session: NewSession, actor: Actor) => Promise<T>,
  ): Promise<T> {
    const session = {
      sessionId: newId(),
      userId: person.userId,
      expiresAt: new Date(Date.now() + ABSOLUTE_MS).toISOString(),
    };
    const actor: Actor = { ...person, kind, sessionId: session.sessionId, provenAt: Date.now() };
    actAs(actor);
    const { ipAddress, userAgent, ...device } = originOf(request);
    return this.database.write(async (em) => {
      em.create(Session, {
        id: session.sessionId,
        user: em.getReference(User, person.userId),
        tokenHash: sha256(token),
        expiresAt: new Date(session.expiresAt),
        ipAddress,
        userAgent,
        ...device,
      });
      await em.flush();
      await this.accounts.signedIn(person.userId, strongerHash);
      await this.record.write(actor, { ipAddress, ...device });
      return beside(session, actor);
    });
  }
}

function originOf({ ip, headers }: Request) {
  const userAgent = headers['user-agent']?.slice(0, 500) ?? null;
  return { ipAddress: ip ?? null, userAgent, ...deviceOf(userAgent) };
}
