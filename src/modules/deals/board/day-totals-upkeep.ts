import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import { Scheduled } from '../../../platform/schedule/index.js';

/** Keeps the sums of all deals few: each write adds rows, and one does for all of the same place. */
@Injectable()
export class DayTotalsUpkeep {
  constructor(private readonly reader: Reader) {}

  /** In one statement, so that whoever adds up meanwhile meets either these rows or their sum; what is written meanwhile stays for the next time. */
  @Scheduled({ name: 'deal-day-totals.fold', cron: '*/5 * * * *', description: 'Folds what was added to the sums over deals into one row for each day, stage, status, month and currency.' })
  async fold(): Promise<object> {
    const row = await this.reader.row<{ folded: number }>(sql`
      with many as (select pipeline_id, day, stage_id, status, month, currency from deal_day_totals group by 1, 2, 3, 4, 5, 6 having count(*) > 1),
        gone as (
          delete from deal_day_totals t using many m
          where (t.pipeline_id, t.day, t.stage_id, t.status, t.month, t.currency) = (m.pipeline_id, m.day, m.stage_id, m.status, m.month, m.currency) returning t.*),
        kept as (
          insert into deal_day_totals (pipeline_id, day, stage_id, status, month, currency, count, value, weighted_value)
          select pipeline_id, day, stage_id, status, month, currency, sum(count), sum(value), sum(weighted_value) from gone group by 1, 2, 3, 4, 5, 6
          having (sum(count), sum(value), sum(weighted_value)) <> (0, 0, 0))
      select count(*)::int as folded from gone`);
    return { folded: row?.folded ?? 0 };
  }
}
