import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { sameSecret, sha256 } from '../../../platform/crypto/index.js';
import { QueryRunner } from '../../../platform/database/index.js';
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

/** Finds the actor of a session by its cookie or by the session id of an access token. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly actors: Actors,
    private readonly cache: AccessCache,
  ) {}

  async identify(token: string): Promise<Actor | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const hash = sha256(token);
    const known = await this.cache.get(`session:${hash}`, () => this.load(sessionByHash(hash)));
    return known && sameSecret(known.tokenHash, hash) ? this.using(known) : undefined;
  }

  /** Returns the actor of an active session. The caller must verify the access token first. */
  async activeSession(sessionId: string): Promise<Actor | undefined> {
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
    const row = await this.queryRunner.row<SessionRow>(query);
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
    await this.queryRunner.rows(touchSession(known.actor.sessionId ?? ''));
  }
}
