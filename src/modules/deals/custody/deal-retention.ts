import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../../kernel/events.js';
import { Retains, type DueCount, type Removed, type RetainedKind } from '../../../kernel/retention.js';
import { Reader } from '../../../platform/database/index.js';
import { dealPurged } from '../deals.events.js';

/** As in the index `deals_ended_at_idx`. */
const ENDED = sql`least(d.closed_at, d.deleted_at)`;

/** Deals whose time is over: removed as by hand, with all that is on them. */
@Retains()
@Injectable()
export class DealRetention implements RetainedKind {
  readonly kind = 'deals';
  readonly description = 'Deals with their history, from the day they were won, lost, abandoned or deleted.';
  readonly defaultDays = 2_557;
  readonly minimumDays = 30;

  constructor(
    private readonly reader: Reader,
    private readonly events: Events,
  ) {}

  async count(before: Date): Promise<DueCount> {
    const row = await this.reader.row<DueCount>(sql`
      select count(*) filter (where h.id is null)::int as due, count(h.id)::int as held, min(${ENDED}) as oldest
      from deals d left join (select distinct id from held_deals) h on h.id = d.id where ${ENDED} < ${before.toISOString()}::timestamptz`);
    return row ?? { due: 0, held: 0, oldest: null };
  }

  async remove(before: Date, limit: number): Promise<Removed> {
    const gone = await this.reader.rows<{ id: string }>(sql`
      delete from deals where id = any(array(
        select d.id from deals d where ${ENDED} < ${before.toISOString()}::timestamptz and d.id not in (select id from held_deals where id is not null) order by ${ENDED}, d.id limit ${limit} for update skip locked)) returning id`);
    for (const { id } of gone) this.events.record(dealPurged, id, { id });
    return { removed: gone.length, isDone: gone.length < limit };
  }
}
