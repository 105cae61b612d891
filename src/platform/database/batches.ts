import { sql, type RawBuilder } from 'kysely';
import type { Reader } from './reader.js';

const BATCH = 1_000;

/**
 * Deletes what meets a condition, a thousand rows at a time and each time by itself: no lock is held for long, and what
 * somebody else has locked is left for the next time. The condition should have an index.
 */
export async function deleteInBatches(
  reader: Reader,
  table: string,
  condition: RawBuilder<unknown>,
  signal?: AbortSignal,
): Promise<number> {
  const rows = sql.table(table);
  for (let deleted = 0; ;) {
    signal?.throwIfAborted();
    const batch = await reader.row<{ count: number }>(sql`
      with gone as (delete from ${rows} where ctid = any(array(select ctid from ${rows} where ${condition} limit ${sql.lit(BATCH)} for update skip locked)) returning 1)
      select count(*)::int as count from gone`);
    deleted += batch?.count ?? 0;
    if ((batch?.count ?? 0) < BATCH) return deleted;
  }
}
