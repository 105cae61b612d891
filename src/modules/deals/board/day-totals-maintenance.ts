import { Injectable } from '@nestjs/common';
import { compactSums, QueryRunner, type ShardedCounters } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

const DAY_TOTALS: ShardedCounters = {
  table: 'deal_day_totals',
  key: ['pipeline_id', 'day', 'stage_id', 'status', 'month', 'currency'],
  sums: ['count', 'value', 'weighted_value'],
};

/** Compacts the day totals: each write appends rows, and one row per key is enough. */
@Injectable()
export class DayTotalsMaintenance {
  constructor(private readonly queryRunner: QueryRunner) {}

  @Scheduled({
    name: 'deal-day-totals.compact',
    cron: '*/5 * * * *',
    description: 'Compacts the summary of deals into one row per day, stage, status, month and currency.',
  })
  async compact({ signal }: Partial<ScheduledCall> = {}): Promise<object> {
    return { compacted: await compactSums(this.queryRunner, DAY_TOTALS, signal) };
  }
}
