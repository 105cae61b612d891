import { Injectable } from '@nestjs/common';
import { foldSums, Reader, type AddedSums } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

const DAY_TOTALS: AddedSums = {
  table: 'deal_day_totals',
  place: ['pipeline_id', 'day', 'stage_id', 'status', 'month', 'currency'],
  sums: ['count', 'value', 'weighted_value'],
};

/** Keeps the sums of all deals few: each write adds rows, and one does for all of the same place. */
@Injectable()
export class DayTotalsUpkeep {
  constructor(private readonly reader: Reader) {}

  @Scheduled({
    name: 'deal-day-totals.fold',
    cron: '*/5 * * * *',
    description:
      'Folds what was added to the sums over deals into one row for each day, stage, status, month and currency.',
  })
  async fold({ signal }: Partial<ScheduledCall> = {}): Promise<object> {
    return { folded: await foldSums(this.reader, DAY_TOTALS, signal) };
  }
}
