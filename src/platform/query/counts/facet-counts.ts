import { sql } from 'kysely';
import { compiled } from '../../database/index.js';
import { type Count, type Explained, explainedPlanOf } from './count.js';
import type { Field, Sql } from '../fields/fields.js';
import { conditions, conditionsOfAll, type ListRequest, type RecordSource } from '../lists/source.js';
import { type Summary, whereAll } from './summary.js';

/** One value of a facet. A row without a rank only carries the kind of a facet without values. */
export interface CountedRow {
  readonly facet: string;
  readonly rank: string | number | null;
  readonly value: string | null;
  readonly count: number;
  readonly kind: Count['kind'];
}

type Question = Pick<ListRequest, 'where' | 'gathered' | 'filter' | 'q' | 'context' | 'deletedOnly'>;

const MAX_VALUES = sql.lit(50);
/** Upper bound of exact counts. Reading one record takes about 3 µs. */
const COUNTED = 10_000;
/** Number of sampled records. For a value with a share of 10 %, the relative error is about 4 %. */
const SAMPLED = sql.lit(12_000);
/** Upper bound of the planner cost. A sequential scan of 500 000 rows has about this cost. */
const AFFORDABLE = 50_000;

const isTags = (source: RecordSource, name: string): boolean => source.fields[name]?.kind === 'tags';
const taken = (names: readonly string[], { fields }: RecordSource): Sql =>
  sql.join(names.map((name, at) => sql`${(fields[name] as Field).column} as ${sql.id(`f${at}`)}`));
/** Groups records with equal values, so that each facet sums some hundred rows instead of thousands. */
const alike = (names: readonly string[], records: Sql): Sql => {
  const columns = sql.join(names.map((_, at) => sql.id(`f${at}`)));
  return sql`hit as materialized (select ${columns}, count(*) as records from (${records}) record group by ${columns})`;
};
const ADDED = sql`sum(hit.records)::bigint`;

/**
 * Selects the most frequent values of each facet from `hit`. Each facet returns at least one row, which carries the
 * kind.
 */
function valuesOf(names: readonly string[], source: RecordSource, amount: Sql, kind: Sql): Sql {
  return sql.join(
    names.map((name, at) => {
      const column = sql.ref(`hit.f${at}`);
      const groups = isTags(source, name)
        ? sql`select tag.value, ${ADDED} as hits from hit left join lateral unnest(${column}) as tag(value) on true
          group by 1`
        : sql`select ${column} as value, ${ADDED} as hits from hit group by 1`;
      return sql`select ${sql.lit(name)} as facet, placed.rank, placed.value, placed.count, k.kind from (select ${kind}
        as kind) k left join (
select row_number() over (order by hits desc, value) as rank, value::text as value, (${amount})::int as count
  from (${groups}) grouped) placed on rank <= ${MAX_VALUES}`;
    }),
    sql` union all `,
  );
}

/** Counts matching records up to a bound. Beyond the bound the counts are lower bounds. */
export const countedQuery = (source: RecordSource, question: Question, names: readonly string[]): Sql => sql`
with
  ${alike(
    names,
    sql`select ${taken(names, source)} from ${source.from} where ${conditionsOfAll(source, question)}
    limit ${sql.lit(COUNTED + 1)}`,
  )},
size as materialized (select ${ADDED} as records from hit)
select * from
  (${valuesOf(
    names,
    source,
    sql`hits`,
    sql`(select case when records > ${sql.lit(COUNTED)} then 'atLeast' else 'exact'
    end from size)`,
  )}) counted`;

/** Matches a table with an alias, such as `leads l`, and optional joins. Only tables can be sampled. */
const TABLE = /^([a-z_]+) ([a-z_]+)( [^]*)?$/;

/**
 * Counts a random sample of pages with a fixed seed, so that equal requests return equal counts. A table smaller than
 * the sample is read completely, with exact counts.
 */
export function sampledQuery(source: RecordSource, question: Question, names: readonly string[]): Sql | undefined {
  const from = compiled(source.from);
  const [, table, alias, joins = ''] = from.parameters.length > 0 ? [] : (TABLE.exec(from.sql) ?? []);
  if (!table || !alias) return undefined;
  // A table that was never analyzed has no row count, only a size.
  const rows = sql`select greatest(reltuples, pg_relation_size(oid) / 2000, 1) from pg_class
    where oid = ${sql.lit(table)}::regclass`;
  const percent = sql`least(100, 100.0 * ${SAMPLED} / (${rows}))`;
  const sampled = sql`${sql.raw(`${table} ${alias}`)} tablesample system (${percent}) repeatable (1)${sql.raw(joins)}`;
  return sql`
with share as materialized (select ${percent}
  as percent),
  ${alike(names, sql`select ${taken(names, source)} from ${sampled} where ${conditions(source, question)}`)}
select * from
  (${valuesOf(
    names,
    source,
    sql`round(hits * 100 / (select percent from share))`,
    sql`(select case when percent < 100
    then 'estimated' else 'exact'
    end from share)`,
  )}) counted`;
}

export const estimateQuery = (source: RecordSource, question: Question): Sql =>
  sql`explain (format json) select 1 from ${source.from} where ${conditionsOfAll(source, question)}`;

/** Returns whether the records of `estimateQuery` are few and cheap to read. */
export function isAffordable(rows: readonly object[]): boolean {
  const plan = explainedPlanOf(rows[0] as Explained);
  return plan['Plan Rows'] <= COUNTED && plan['Total Cost'] <= AFFORDABLE;
}

/** Selects facet values from the summary counts that meet the conditions. */
export const summarizedQuery = ({ from, fields, count }: Summary, all: readonly Sql[], names: readonly string[]): Sql =>
  sql.join(
    names.map(
      (name) => sql`select * from (select ${sql.lit(name)} as facet, row_number() over (order by count desc, value)
        as rank, value::text as value, count::int as count, 'exact' as kind
from (select ${(fields[name] as Field).column} as value, ${count} as count from ${from}${whereAll(all)} group by 1
  having ${count} > 0) grouped) placed where rank <= ${MAX_VALUES}`,
    ),
    sql` union all `,
  );
