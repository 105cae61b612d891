import { sql } from 'kysely';
import type { Reader } from './reader.js';

/** A table of sums that rows are only added to: nobody waits for anybody, and from time to time the rows of one place become one. Its column `is_folded` tells what is new. */
export interface AddedSums {
  readonly table: string;
  /** The columns that say what is summed up. */
  readonly place: readonly string[];
  readonly sums: readonly string[];
}

/** So many rows in one statement, well within its time: an import of a million records leaves millions. */
const BATCH = 20_000;

/** Folds all that was added, in steps that each end in time. Answers how many rows that were. */
export async function foldSums(reader: Reader, sums: AddedSums, signal?: AbortSignal): Promise<number> {
  for (let folded = 0; ;) {
    signal?.throwIfAborted();
    const added = await foldSome(reader, sums);
    folded += added;
    if (added < BATCH) return folded;
  }
}

/** In one statement, so that whoever adds up meanwhile meets either these rows or their sum; what is written meanwhile stays for the next time. */
async function foldSome(reader: Reader, { table, place, sums }: AddedSums): Promise<number> {
  const [name, places] = [sql.table(table), sql.join(place.map((column) => sql.ref(column)))];
  const summed = sql.join(sums.map((column) => sql`sum(${sql.ref(column)})`));
  const row = await reader.row<{ added: number }>(sql`
    with added as (delete from ${name} where ctid = any(array(select ctid from ${name} where not is_folded limit ${sql.lit(BATCH)} for update skip locked)) returning *),
      before as (delete from ${name} where is_folded and (${places}) in (select ${places} from added) returning *),
      kept as (
        insert into ${name} (${places}, ${sql.join(sums.map((column) => sql.ref(column)))}, is_folded)
        select ${places}, ${summed}, true from (select * from added union all select * from before) parts group by ${places}
        having (${summed}) <> (${sql.join(sums.map(() => sql.lit(0)))}))
    select count(*)::int as added from added`);
  return row?.added ?? 0;
}
