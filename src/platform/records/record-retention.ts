import { sql, type RawBuilder } from 'kysely';
import type { Events, EventType } from '../../kernel/events.js';
import type { DueCount, Removed, RetainedKind } from '../../kernel/retention.js';
import type { Reader } from '../database/index.js';

/** Records that are removed, as by hand, when their time is over. The database says in a view `held_<table>` which ones have to stay. */
export abstract class RecordRetention implements RetainedKind {
  /** The table too. */
  abstract readonly kind: string;
  abstract readonly description: string;
  /** Five years. */
  readonly defaultDays: number = 1_827;
  readonly minimumDays: number = 30;
  /** When a record came to its end, as the index has it; null while it has not. */
  protected abstract readonly ended: RawBuilder<unknown>;
  protected abstract readonly purged: EventType<{ id: string }>;

  constructor(
    protected readonly reader: Reader,
    private readonly events: Events,
  ) {}

  async count(before: Date): Promise<DueCount> {
    const row = await this.reader.row<DueCount>(sql`
      select count(*) filter (where h.id is null)::int as due, count(h.id)::int as held, min(${this.ended}) as oldest
      from ${sql.table(this.kind)} r left join ${this.held} h on h.id = r.id where ${this.ended} < ${before.toISOString()}::timestamptz`);
    return row ?? { due: 0, held: 0, oldest: null };
  }

  async remove(before: Date, limit: number): Promise<Removed> {
    const removed = await this.purge(sql`${this.ended} < ${before.toISOString()}::timestamptz`, limit);
    return { removed, isDone: removed < limit };
  }

  /** Those of `r` that a condition names, never one under hold. */
  protected async purge(condition: RawBuilder<unknown>, limit: number): Promise<number> {
    const table = sql.table(this.kind);
    const gone = await this.reader.rows<{ id: string }>(sql`
      delete from ${table} where id = any(array(
        select r.id from ${table} r where ${condition} and r.id not in (select id from ${this.held} where id is not null) order by ${this.ended}, r.id limit ${limit} for update skip locked)) returning id`);
    for (const { id } of gone) this.events.record(this.purged, id, { id });
    return gone.length;
  }

  protected get held(): RawBuilder<unknown> {
    return sql.table(`held_${this.kind}`);
  }
}
