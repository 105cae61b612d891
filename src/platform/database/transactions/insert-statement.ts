import { sql, type RawBuilder } from 'kysely';
import type { Insertion } from '../../../kernel/events.js';
import { cachedStatement, compiled, withPlaceholders, type Query } from '../statements/cached-statement.js';

/** Sets the author for the rest of the transaction. Triggers write the author into the audit log. */
export const authoredBy = (author: unknown): RawBuilder<unknown> => sql`set_config('kontor.author', ${author}, true)`;

interface Batch {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly Insertion['row'][];
}

/** Maximum number of values of a cached statement. Longer texts rarely repeat. */
const MOST_VALUES = 500;

/**
 * Inserts all rows in one statement, so foreign keys are checked at its end. Rows of one table use one `INSERT`,
 * because parts of a `WITH` run in any order but events must keep their order. With a `guard`, rows are inserted only
 * if the guard returns a row. `author` is set outside of transactions.
 */
export function insertTogether(insertions: readonly Insertion[], guard?: RawBuilder<unknown>, author?: string): Query {
  const batches = guard
    ? insertions.map(({ table, row }) => ({ table, columns: columnsOf(row), rows: [row] }))
    : batchesOf(insertions);
  const condition = guard && compiled(guard);
  const values = batches.flatMap(({ columns, rows }) =>
    rows.flatMap((row) => columns.map((column) => asParameter(row[column]))),
  );
  const all = [...(author === undefined ? [] : [author]), ...(condition?.parameters ?? []), ...values];
  const build = (...slots: unknown[]): RawBuilder<unknown> =>
    author === undefined
      ? insertion(batches, slots, condition?.sql)
      : insertion(batches, slots.slice(1), condition?.sql, slots[0]);
  if (all.length > MOST_VALUES) return build(...all);
  return cachedStatement(
    `insert
      ${author === undefined ? '' : 'by '}${batches.map(({ table, columns, rows }) => `${table} ${columns.join()} ${rows.length}`).join('\n')}\n${condition?.sql ?? ''}`,
    all,
    build,
  );
}

const columnsOf = (row: Insertion['row']): string[] => Object.keys(row).filter((column) => row[column] !== undefined);

function batchesOf(insertions: readonly Insertion[]): Batch[] {
  const batches = new Map<string, Batch & { rows: Insertion['row'][] }>();
  for (const { table, row } of insertions) {
    const columns = columnsOf(row);
    const key = `${table} ${columns.join()}`;
    const known = batches.get(key);
    if (known) known.rows.push(row);
    else batches.set(key, { table, columns, rows: [row] });
  }
  return [...batches.values()];
}

function insertion(
  batches: readonly Batch[],
  values: readonly unknown[],
  condition?: string,
  author?: unknown,
): RawBuilder<unknown> {
  const left = [...values];
  const guard =
    condition === undefined ? undefined : withPlaceholders(condition, left.splice(0, values.length - sizeOf(batches)));
  const parts = batches.map(
    (batch, index) => sql`${sql.raw(`i${index}`)} as (${insertBatch(batch, left, guard !== undefined)} returning 1)`,
  );
  const end = author === undefined ? sql`select 1` : sql`select ${authoredBy(author)}`;
  return guard
    ? sql`with guard as (${guard}), ${sql.join(parts)} ${end} from guard`
    : sql`with ${sql.join(parts)} ${end}`;
}

const sizeOf = (batches: readonly Batch[]): number =>
  batches.reduce((size, { columns, rows }) => size + columns.length * rows.length, 0);

/** Removes the values of the batch from the front of `left`. */
function insertBatch({ table, columns, rows }: Batch, left: unknown[], guarded: boolean): RawBuilder<unknown> {
  const into = sql`insert into ${sql.id(table)} (${sql.join(columns.map((column) => sql.id(column)))})`;
  const next = (): RawBuilder<unknown> => sql.join(left.splice(0, columns.length));
  return guarded
    ? sql`${into} select ${next()} from guard`
    : sql`${into} values ${sql.join(rows.map(() => sql`(${next()})`))}`;
}

/** Converts plain objects to jsonb text. Arrays stay PostgreSQL arrays. */
function asParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value;
}
