import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

/** So many rows in one statement, well within its time: an import of a million deals leaves millions. */
const BATCH = 20_000;
const PLACE = sql`pipeline_id, day, stage_id, status, month, currency`;

/** Keeps the sums of all deals few: each write adds rows, and one does for all of the same place. */
@Injectable()
export class DayTotalsUpkeep {
  constructor(private readonly reader: Reader) {}

  @Scheduled({ name: 'deal-day-totals.fold', cron: '*/5 * * * *', description: 'Folds what was added to the sums over deals into one row for each day, stage, status, month and currency.' })
  async fold({ signal }: Partial<ScheduledCall> = {}): Promise<object> {
    for (let folded = 0; ; ) {
      signal?.throwIfAborted();
      const added = await this.foldSome();
      folded += added;
      if (added < BATCH) return { folded };
    }
  }

  /** In one statement, so that whoever adds up meanwhile meets either these rows or their sum; what is written meanwhile stays for the next time. */
  private async foldSome(): Promise<number> {
    const row = await this.reader.row<{ added: number }>(sql`
      with added as (delete from deal_day_totals where ctid = any(array(select ctid from deal_day_totals where not is_folded limit ${sql.lit(BATCH)} for update skip locked)) returning *),
        before as (delete from deal_day_totals t where is_folded and (${PLACE}) in (select ${PLACE} from added) returning *),
        kept as (
          insert into deal_day_totals (${PLACE}, count, value, weighted_value, is_folded)
          select ${PLACE}, sum(count), sum(value), sum(weighted_value), true from (select * from added union all select * from before) parts group by ${PLACE}
          having (sum(count), sum(value), sum(weighted_value)) <> (0, 0, 0))
      select count(*)::int as added from added`);
    return row?.added ?? 0;
  }
}
