import { sql } from 'kysely';
import type { QueryRunner } from './query-runner.js';

/**
 * A table of append-only totals. Writers never wait for each other; rows with the same key are compacted later.
 * `is_compacted` is false for new rows.
 */
export interface ShardedCounters {
  readonly table: string;
  /** The columns that identify a total. */
  readonly key: readonly string[];
  readonly sums: readonly string[];
}

/** Rows per statement, within the statement timeout. An import of a million records adds millions of rows. */
const BATCH = 20_000;

/** Compacts all new rows in batches and returns their number. */
export async function compactSums(
  queryRunner: QueryRunner,
  sums: ShardedCounters,
  signal?: AbortSignal,
): Promise<number> {
  for (let compacted = 0; ;) {
    signal?.throwIfAborted();
    const added = await compactBatch(queryRunner, sums);
    compacted += added;
    if (added < BATCH) return compacted;
  }
}

/**
 * Compacts in one statement, so that concurrent readers see either the rows or their sum. New rows stay for the next
 * batch.
 */
async function compactBatch(queryRunner: QueryRunner, { table, key, sums }: ShardedCounters): Promise<number> {
  const [name, keys] = [sql.table(table), sql.join(key.map((column) => sql.ref(column)))];
  const summed = sql.join(sums.map((column) => sql`sum(${sql.ref(column)})`));
  const row = await queryRunner.row<{ added: number }>(sql`
    with added as (delete from ${name} where ctid = any(array(select ctid from ${name} where not is_compacted
      limit ${sql.lit(BATCH)} for update skip locked)) returning *),
      before as (delete from ${name} where is_compacted and (${keys}) in (select ${keys} from added) returning *),
      kept as (
        insert into ${name} (${keys}, ${sql.join(sums.map((column) => sql.ref(column)))}, is_compacted)
        select ${keys}, ${summed}, true from (select * from added union all select * from before) parts group by ${keys}
        having (${summed}) <> (${sql.join(sums.map(() => sql.lit(0)))}))
    select count(*)::int as added from added`);
  return row?.added ?? 0;
}
