import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Events, type EventType } from '../../../kernel/events.js';
import type { DueCount, Removed, RetainedKind } from '../../../kernel/records/retention.js';
import { QueryRunner } from '../../database/index.js';

/**
 * Purges records at the end of their retention period. The view `held_<table>` contains the records under legal hold.
 */
@Injectable()
export abstract class RecordRetention implements RetainedKind {
  /** Also the table name. */
  abstract readonly kind: string;
  abstract readonly description: string;
  /** Five years. */
  readonly defaultDays: number = 1_827;
  readonly minimumDays: number = 30;
  /** Times of which the earliest begins the retention period; all null if the period has not started. */
  protected abstract readonly ends: readonly RawBuilder<unknown>[];
  protected abstract readonly purged: EventType<{ id: string }>;

  constructor(
    protected readonly queryRunner: QueryRunner,
    private readonly events: Events,
  ) {}

  async count(before: Date): Promise<DueCount> {
    const row = await this.queryRunner.row<DueCount>(sql`
      select count(*) filter (where h.id is null)::int as due, count(h.id)::int as held, min(${this.ended}) as oldest
      from ${sql.table(this.kind)} r left join ${this.held} h on h.id = r.id
        where ${this.isOver(before)}`);
    return row ?? { due: 0, held: 0, oldest: null };
  }

  async remove(before: Date, limit: number): Promise<Removed> {
    const removed = await this.purge(this.isOver(before), limit);
    return { removed, isDone: removed < limit };
  }

  /** Purges records of `r` that meet the condition, except records under legal hold. */
  protected async purge(condition: RawBuilder<unknown>, limit: number): Promise<number> {
    const table = sql.table(this.kind);
    const gone = await this.queryRunner.rows<{ id: string }>(sql`
      delete from ${table} where id = any(array(
        select r.id from ${table} r where ${condition} and r.id not in (select id from ${this.held} where id
          is not null) order by ${this.ended}, r.id limit ${limit} for update skip locked)) returning id`);
    for (const { id } of gone) this.events.record(this.purged, id, { id });
    return gone.length;
  }

  private get ended(): RawBuilder<unknown> {
    return sql`least(${sql.join([...this.ends])})`;
  }

  /** Each condition reads its own index. */
  private isOver(before: Date): RawBuilder<unknown> {
    return sql`(${sql.join(
      this.ends.map((end) => sql`${end} < ${before.toISOString()}::timestamptz`),
      sql` or `,
    )})`;
  }

  protected get held(): RawBuilder<unknown> {
    return sql.table(`held_${this.kind}`);
  }
}
