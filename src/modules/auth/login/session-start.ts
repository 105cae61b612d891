import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { randomToken, sha256 } from '../../../platform/crypto/index.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, User, type Person } from '../../users/index.js';
import { Cookies } from '../browser/cookies.js';
import type { BrowserVisit } from '../browser/visit.js';
import { actAs } from '../me.js';
import { ABSOLUTE_MS, Session } from '../sessions/session.entity.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { deviceOf } from '../sessions/user-agent.js';
import { SignInRecord } from './sign-in-record.js';

export interface SignIn {
  readonly person: Person;
  readonly request: Request;
  readonly kind: 'session' | 'token';
  readonly strongerHash: string | undefined;
  /** What the cookie holds; without one no cookie opens the session. */
  readonly token?: string;
}

/** The session as those see it who begin something beside it. */
export interface NewSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: string;
}

export interface Begun {
  readonly actor: Actor;
  readonly expiresAt: string;
}

/** Where every session begins, by cookie or by tokens. It gets a new token, whatever the browser brought along: one planted before the login is worth nothing after it. */
@Injectable()
export class SessionStart {
  constructor(
    private readonly database: Database,
    private readonly record: SignInRecord,
    private readonly accounts: Accounts,
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
  ) {}

  /** For a browser: the token goes into its cookie. */
  async begin(person: Person, visit: BrowserVisit, strongerHash: string | undefined): Promise<Begun> {
    const token = randomToken();
    const brought = this.cookies.session(visit.request);
    const begun = await this.open(
      { person, request: visit.request, kind: 'session', strongerHash, token },
      async ({ expiresAt }, actor) => {
        if (brought) await this.sessions.endByHash(sha256(brought), 'signed-in-again');
        return { actor, expiresAt };
      },
    );
    this.cookies.setSession(visit, token);
    return begun;
  }

  /** Begins a session together with what `beside` writes: both are there, or neither. */
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
