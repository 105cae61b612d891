import { Injectable } from '@nestjs/common';
import { LockMode, type FilterQuery } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { requireVersion } from '../../../kernel/change.js';
import type { EventType } from '../../../kernel/events.js';
import { Database, QueryRunner } from '../../database/index.js';
import { Outbox } from '../../outbox/index.js';
import { Records } from '../records.js';
import type { RecordView, WrittenKind } from '../type/record-kind.js';

/** Purges records and records their events in one transaction. */
@Injectable()
export class RecordPurges {
  constructor(
    private readonly database: Database,
    private readonly records: Records,
    private readonly outbox: Outbox,
    private readonly queryRunner: QueryRunner,
  ) {}

  /**
   * Purges a record with its dependent rows. If several calls run concurrently, one succeeds and the others return not
   * found.
   */
  purge<V extends RecordView, E extends object>(
    kind: WrittenKind<V, E>,
    actor: Actor,
    id: string,
    event: EventType<{ id: string }>,
    version?: number,
  ): Promise<void> {
    return this.database.write(async (em) => {
      await em.findOne(kind.entity, { id } as unknown as FilterQuery<NoInfer<E>>, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      requireVersion(await this.records.get(kind, actor, id, { deleted: 'any' }), version);
      await this.queryRunner.raiseStatementTimeout();
      await em.nativeDelete(kind.entity, { id } as unknown as FilterQuery<NoInfer<E>>);
      this.outbox.record(event, id, { id });
    });
  }
}
