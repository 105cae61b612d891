import { sql, type RawBuilder } from 'kysely';
import type { QueryRunner } from './query-runner.js';

const BATCH = 1_000;

/**
 * Deletes matching rows in transactions of 1000 rows, so that locks are short. Locked rows are skipped until the next
 * run. The condition should have an index.
 */
export async function deleteInBatches(
  queryRunner: QueryRunner,
  table: string,
  condition: RawBuilder<unknown>,
  signal?: AbortSignal,
): Promise<number> {
  const rows = sql.table(table);
  for (let deleted = 0; ;) {
    signal?.throwIfAborted();
    const batch = await queryRunner.row<{ count: number }>(sql`
      with gone as (delete from ${rows} where ctid = any(array(select ctid from ${rows} where ${condition}
        limit ${sql.lit(BATCH)} for update skip locked)) returning 1)
      select count(*)::int as count from gone`);
    deleted += batch?.count ?? 0;
    if ((batch?.count ?? 0) < BATCH) return deleted;
  }
}
