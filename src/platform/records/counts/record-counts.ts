import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { compactSums, QueryRunner, type ShardedCounters } from '../../database/index.js';
import type { Fields, Sql, Summary } from '../../query/index.js';
import { Scheduled, type ScheduledCall } from '../../schedule/index.js';
import { accessScopeOf } from '../../visibility/index.js';

const RECORD_COUNTS: ShardedCounters = { table: 'record_counts', key: ['resource', 'fields'], sums: ['count'] };

/** Reads a counted field of `record_counts` by its public name. */
export const counted = (name: string): Sql => sql`(c.fields ->> ${sql.lit(name)})`;

/**
 * The summary counts of a resource, for viewers of all records only. Other viewers see few records, which are counted
 * directly.
 */
export const recordSummary = (resource: string, fields: Fields): Summary => ({
  from: sql`(select fields, count from record_counts where resource = ${sql.lit(resource)}) c`,
  fields,
  count: sql`sum(c.count)`,
  visible: (actor) => (accessScopeOf(actor) === 'all' ? [] : undefined),
});

/** Compacts the summary counts, because each write adds rows. */
@Injectable()
export class RecordCountsMaintenance {
  constructor(private readonly queryRunner: QueryRunner) {}

  @Scheduled({
    name: 'record-counts.compact',
    cron: '2-59/5 * * * *',
    description: 'Compacts the record counts into one row per combination of values.',
  })
  async compact({ signal }: Partial<ScheduledCall> = {}): Promise<object> {
    return { compacted: await compactSums(this.queryRunner, RECORD_COUNTS, signal) };
  }
}
