import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { foldSums, Reader, type AddedSums } from '../database/index.js';
import type { Fields, Sql, Summary } from '../query/index.js';
import { Scheduled, type ScheduledCall } from '../schedule/index.js';
import { reachOf } from '../sight/index.js';

const RECORD_COUNTS: AddedSums = { table: 'record_counts', place: ['resource', 'place'], sums: ['count'] };

/** What `record_counts` has under the public name of a field. */
export const counted = (name: string): Sql => sql`(c.place ->> ${sql.lit(name)})`;

/** The counts of a resource that a trigger keeps in `record_counts`: for who sees all. Who sees less has few, and these are counted themselves. */
export const recordSummary = (resource: string, fields: Fields): Summary => ({
  from: sql`(select place, count from record_counts where resource = ${sql.lit(resource)}) c`,
  fields,
  count: sql`sum(c.count)`,
  visible: (actor) => (reachOf(actor) === 'all' ? [] : undefined),
});

/** Keeps the counts few: each write adds rows, and one does for all of the same place. */
@Injectable()
export class RecordCountsUpkeep {
  constructor(private readonly reader: Reader) {}

  @Scheduled({
    name: 'record-counts.fold',
    cron: '2-59/5 * * * *',
    description: 'Folds what was added to the counts of records into one row for each combination of their values.',
  })
  async fold({ signal }: Partial<ScheduledCall> = {}): Promise<object> {
    return { folded: await foldSums(this.reader, RECORD_COUNTS, signal) };
  }
}
