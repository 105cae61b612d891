import { sql } from 'kysely';
import { compiled } from '../database/index.js';
import { type Count, type Explained, planOf } from './count.js';
import type { Field, Sql } from './fields.js';
import { conditions, type ListRequest, type RecordSource } from './source.js';
import { type Summary, whereAll } from './summary.js';

/** One value of one facet; without a place only the kind of a facet that has no values. */
export interface CountedRow {
  readonly facet: string;
  readonly place: string | number | null;
  readonly value: string | null;
  readonly count: number;
  readonly kind: Count['kind'];
}

type Question = Pick<ListRequest, 'where' | 'filter' | 'q' | 'context' | 'deletedOnly'>;

const MAX_VALUES = sql.lit(50);
/** More records than this are not counted one by one: a visit costs some 3 µs. */
const COUNTED = 10_000;
/** So many are looked at where a sample has to do: a value with a tenth of them is known to within 4 % of itself or so. */
const SAMPLED = sql.lit(12_000);
/** What the planner may think it costs; to read half a million rows from end to end costs about as much. */
const AFFORDABLE = 50_000;

const isTags = (source: RecordSource, name: string): boolean => source.fields[name]?.kind === 'tags';
const taken = (names: readonly string[], { fields }: RecordSource): Sql =>
  sql.join(names.map((name, at) => sql`${(fields[name] as Field).column} as ${sql.id(`f${at}`)}`));
/** Records that are alike in all that is asked, as one: each facet then adds up some hundred rows instead of thousands. */
const alike = (names: readonly string[], records: Sql): Sql => {
  const columns = sql.join(names.map((_, at) => sql.id(`f${at}`)));
  return sql`hit as materialized (select ${columns}, count(*) as records from (${records}) record group by ${columns})`;
};
const ADDED = sql`sum(hit.records)::bigint`;

/** Each facet's commonest values among the rows of `hit`, and of each at least one row, which tells the kind. */
function valuesOf(names: readonly string[], source: RecordSource, amount: Sql, kind: Sql): Sql {
  return sql.join(
    names.map((name, at) => {
      const column = sql.ref(`hit.f${at}`);
      const groups = isTags(source, name)
        ? sql`select tag.value, ${ADDED} as hits from hit cross join lateral unnest(${column}) as tag(value) group by 1`
        : sql`select ${column} as value, ${ADDED} as hits from hit group by 1`;
      return sql`select ${sql.lit(name)} as facet, placed.place, placed.value, placed.count, k.kind from (select ${kind} as kind) k left join (
select row_number() over (order by hits desc, value) as place, value::text as value, (${amount})::int as count from (${groups}) grouped) placed on place <= ${MAX_VALUES}`;
    }),
    sql` union all `,
  );
}

/** The records themselves, up to a bound; beyond it the counts are lower bounds. */
export const countedQuery = (source: RecordSource, question: Question, names: readonly string[]): Sql => sql`
with ${alike(names, sql`select ${taken(names, source)} from ${source.from} where ${conditions(source, question)} limit ${sql.lit(COUNTED + 1)}`)},
size as materialized (select ${ADDED} as records from hit)
select * from (${valuesOf(names, source, sql`hits`, sql`(select case when records > ${sql.lit(COUNTED)} then 'atLeast' else 'exact' end from size)`)}) counted`;

/** `leads l` with what comes behind: a table with its alias can be sampled, anything else cannot. */
const TABLE = /^([a-z_]+) ([a-z_]+)( [^]*)?$/;

/**
 * Pages of the table picked by chance, always the same ones, so that a question gets one answer. A table that is no
 * larger than the sample is read whole, and then the counts are exact.
 */
export function sampledQuery(source: RecordSource, question: Question, names: readonly string[]): Sql | undefined {
  const from = compiled(source.from);
  const [, table, alias, joins = ''] = from.parameters.length > 0 ? [] : (TABLE.exec(from.sql) ?? []);
  if (!table || !alias) return undefined;
  // Before it was ever analysed, a table knows its size only.
  const rows = sql`select greatest(reltuples, pg_relation_size(oid) / 2000, 1) from pg_class where oid = ${sql.lit(table)}::regclass`;
  const percent = sql`least(100, 100.0 * ${SAMPLED} / (${rows}))`;
  const sampled = sql`${sql.raw(`${table} ${alias}`)} tablesample system (${percent}) repeatable (1)${sql.raw(joins)}`;
  return sql`
with share as materialized (select ${percent} as percent), ${alike(names, sql`select ${taken(names, source)} from ${sampled} where ${conditions(source, question)}`)}
select * from (${valuesOf(names, source, sql`round(hits * 100 / (select percent from share))`, sql`(select case when percent < 100 then 'estimated' else 'exact' end from share)`)}) counted`;
}

export const estimateQuery = (source: RecordSource, question: Question): Sql =>
  sql`explain (format json) select 1 from ${source.from} where ${conditions(source, question)}`;

/** Whether the records of `estimateQuery` are few and cheap to find. */
export function isAffordable(rows: readonly object[]): boolean {
  const plan = planOf(rows[0] as Explained);
  return plan['Plan Rows'] <= COUNTED && plan['Total Cost'] <= AFFORDABLE;
}

/** From counts that are kept with every write, among those that meet `all`. */
export const summarizedQuery = ({ from, fields, count }: Summary, all: readonly Sql[], names: readonly string[]): Sql =>
  sql.join(
    names.map(
      (
        name,
      ) => sql`select * from (select ${sql.lit(name)} as facet, row_number() over (order by count desc, value) as place, value::text as value, count::int as count, 'exact' as kind
from (select ${(fields[name] as Field).column} as value, ${count} as count from ${from}${whereAll(all)} group by 1 having ${count} > 0) grouped) placed where place <= ${MAX_VALUES}`,
    ),
    sql` union all `,
  );
