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

export interface OpenedSession {
  readonly actor: Actor;
  /** What proves it from now on; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: string;
}

/** A new session with a new token, whatever the browser brought along: a token planted before the login is worth nothing after it. */
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
  async begin(person: Person, visit: BrowserVisit, strongerHash: string | undefined): Promise<OpenedSession> {
    const opened = await this.open(person, visit.request, strongerHash);
    this.cookies.setSession(visit, opened.token);
    return opened;
  }

  async open(person: Person, request: Request, strongerHash: string | undefined): Promise<OpenedSession> {
    const token = randomToken();
    const actor: Actor = { ...person, kind: 'session', sessionId: newId(), provenAt: Date.now() };
    actAs(actor);
    const expiresAt = new Date(Date.now() + ABSOLUTE_MS);
    const brought = this.cookies.session(request);
    const { ipAddress, userAgent, ...device } = originOf(request);
    await this.database.write(async (em) => {
      if (brought) await this.sessions.endByHash(sha256(brought), 'signed-in-again');
      em.create(Session, { id: actor.sessionId ?? newId(), user: em.getReference(User, person.userId), tokenHash: sha256(token), expiresAt, ipAddress, userAgent, ...device });
      await this.accounts.signedIn(person.userId, strongerHash);
      await this.record.write(actor, { ipAddress, ...device });
    });
    return { actor, token, expiresAt: expiresAt.toISOString() };
  }
}

function originOf({ ip, headers }: Request) {
  const userAgent = headers['user-agent']?.slice(0, 500) ?? null;
  return { ipAddress: ip ?? null, userAgent, ...deviceOf(userAgent) };
}
