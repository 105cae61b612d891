import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { sameSecret, sha256 } from '../../../platform/crypto/index.js';
import { outsideUnit, Reader } from '../../../platform/database/index.js';
import { AccessCache, Actors } from '../../users/index.js';
import { IDLE_MS } from './session.entity.js';
import { sessionByHash, sessionById, touchSession, type SessionRow } from './sessions.queries.js';

const TOKEN = /^[\w-]{43}$/;
const TOUCH_EVERY = 5 * 60_000;

interface KnownSession {
  readonly tokenHash: string;
  readonly expiresAt: number;
  readonly actor: Actor;
  lastActivityAt: number;
}

/** From the token in a cookie, or the session that an access token names, to the one who may. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly reader: Reader,
    private readonly actors: Actors,
    private readonly cache: AccessCache,
  ) {}

  async identify(token: string): Promise<Actor | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const hash = sha256(token);
    const known = await this.cache.get(`session:${hash}`, () => this.load(sessionByHash(hash)));
    return known && sameSecret(known.tokenHash, hash) ? this.using(known) : undefined;
  }

  /** The one whose session this is, while it lives: for those who have proven already that it is theirs. */
  async living(sessionId: string): Promise<Actor | undefined> {
    const known = await this.cache.get(`session-id:${sessionId}`, () => this.load(sessionById(sessionId)));
    return known && this.using(known);
  }

  private async using(known: KnownSession): Promise<Actor | undefined> {
    const now = Date.now();
    if (known.expiresAt <= now || known.lastActivityAt + IDLE_MS <= now) return undefined;
    if (now - known.lastActivityAt > TOUCH_EVERY) await this.touch(known, now);
    return known.actor;
  }

  private async load(query: RawBuilder<SessionRow>): Promise<KnownSession | undefined> {
    const row = await this.reader.row<SessionRow>(query);
    const person = row && (await this.actors.person(row.userId));
    if (!row || !person) return undefined;
    return {
      tokenHash: row.tokenHash,
      expiresAt: Date.parse(row.expiresAt),
      lastActivityAt: Date.parse(row.lastActivityAt),
      actor: { ...person, kind: 'session', sessionId: row.id, provenAt: Date.parse(row.provenAt) },
    };
  }

  private async touch(known: KnownSession, now: number): Promise<void> {
    known.lastActivityAt = now;
    await outsideUnit(() => this.reader.rows(touchSession(known.actor.sessionId ?? '')));
  }
}
