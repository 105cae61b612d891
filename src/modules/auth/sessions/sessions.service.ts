import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import { Events } from '../../../kernel/events.js';
import type { Page, PageQuery } from '../../../kernel/page.js';
import { Database, deleteInBatches, QueryRunner } from '../../../platform/database/index.js';
import { parseSort, RecordLists } from '../../../platform/query/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import { AccessCache } from '../../users/index.js';
import type { SessionView } from '../auth.dto.js';
import type { SessionEnd } from '../auth-events.dto.js';
import { sessionRevoked } from '../auth.events.js';
import { requireSession } from '../me.js';
import { Session } from './session.entity.js';
import { overLongAgo, sessionFields, sessionSource } from './sessions.queries.js';

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly events: Events,
    private readonly cache: AccessCache,
  ) {}

  async list(actor: Actor, { limit = 25, cursor, count = 'none' }: PageQuery): Promise<Page<SessionView>> {
    requireSession(actor);
    return this.lists.page<SessionView>(sessionSource, {
      where: [sql`s.user_id = ${actor.userId}::uuid`],
      sort: parseSort(undefined, sessionFields, ['-createdAt']),
      include: { isCurrent: sql`s.id = ${actor.sessionId ?? null}::uuid is true` },
      context: { userId: actor.userId, now: new Date() },
      limit,
      count,
      ...(cursor && { cursor }),
    });
  }

  async end(userId: string, id: string, reason: SessionEnd): Promise<void> {
    const ended = await this.endWhere({ id, user: userId }, reason);
    if (ended === 0) throw notFound('session');
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    requireSession(actor);
    await this.end(actor.userId, id, 'revoked');
  }

  /** Ends all sessions except `retainedId` and returns their number. */
  endOthers(userId: string, retainedId: string, reason: SessionEnd): Promise<number> {
    return this.endWhere({ user: userId, id: { $ne: retainedId } }, reason);
  }

  endAll(userId: string, reason: SessionEnd): Promise<number> {
    return this.endWhere({ user: userId }, reason);
  }

  /** Ends the previous session of a browser at a new login: the old token must not stay valid. */
  endByHash(tokenHash: string, reason: SessionEnd): Promise<number> {
    return this.endWhere({ tokenHash }, reason);
  }

  @Scheduled({ name: 'sessions.purge', cron: '17 * * * *', description: 'Deletes sessions 30 days after they ended.' })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return { deleted: await deleteInBatches(this.queryRunner, 'sessions', overLongAgo, signal) };
  }

  private endWhere(
    where: { id?: string | { $ne: string }; user?: string; tokenHash?: string },
    reason: SessionEnd,
  ): Promise<number> {
    return this.database.write(async (em) => {
      // With the lock, concurrent calls end a session once and record one event.
      const sessions = await em.find(
        Session,
        { ...where, revokedAt: null, expiresAt: { $gt: new Date() } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
      );
      for (const session of sessions) {
        session.end(reason);
        this.events.record(sessionRevoked, session.id, { userId: session.user.id, reason });
      }
      this.database.afterCommit(() => this.cache.drop());
      return sessions.length;
    });
  }
}
