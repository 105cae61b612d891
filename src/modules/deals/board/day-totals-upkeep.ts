import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import { Scheduled } from '../../../platform/schedule/index.js';

/** Keeps the past of all deals small: once a day is over nobody is written to beside another, and one row does for its sixteen. */
@Injectable()
export class DayTotalsUpkeep {
  constructor(private readonly reader: Reader) {}

  @Scheduled({ name: 'deal-day-totals.fold', cron: '12 4 * * *', description: 'Folds what each day changed in the sums over deals into one row, once the day is over.' })
  async fold(): Promise<object> {
    const row = await this.reader.row<{ folded: number }>(sql`
      with gone as (delete from deal_day_totals where day < (now() at time zone 'UTC')::date and slot <> 0 returning *),
        kept as (
          insert into deal_day_totals as t (pipeline_id, day, stage_id, status, month, currency, slot, count, value, weighted_value)
          select pipeline_id, day, stage_id, status, month, currency, 0, sum(count), sum(value), sum(weighted_value) from gone group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
          on conflict (pipeline_id, day, stage_id, status, month, currency, slot) do update set count = t.count + excluded.count, value = t.value + excluded.value, weighted_value = t.weighted_value + excluded.weighted_value
          returning 1)
      select (select count(*)::int from gone) as folded from (select count(*) from kept) written`);
    return { folded: row?.folded ?? 0 };
  }
}
