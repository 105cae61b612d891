import { sql } from 'kysely';
import type { Sql } from './fields.js';
import { conditions, type ListRequest, type RecordSource } from './source.js';
import { summedConditions, whereAll } from './summary.js';

export interface Count {
  readonly count: number;
  readonly kind: 'exact' | 'estimated' | 'atLeast';
}

/** Beyond this nobody reads the number, and counting on would cost heap visits (63 000 of them: 205 ms). */
const COUNTED = 10_000;

/**
 * Where counts are kept that know all that is asked, `exact` is their sum. Else it stops at 10 000 and then says "at least":
 * the same question always gets the same kind of answer, which a time budget would not promise. A filter that no index serves
 * may still read the whole table; the statement timeout of the Reader bounds that. `estimated` is the planner's guess and
 * reads no rows.
 */
export function countQuery(source: RecordSource, request: ListRequest): Sql {
  for (const summary of request.count === 'exact' ? (source.summaries ?? []) : []) {
    const summed = summedConditions(summary, request);
    if (summed)
      return sql`select coalesce(${summary.count}, 0)::int as count, 'exact' as kind from ${summary.from}${whereAll(summed)}`;
  }
  const all = sql`select 1 from ${source.from} where ${conditions(source, request)}`;
  return request.count === 'estimated'
    ? sql`explain (format json) ${all}`
    : sql`select least(count(*), ${sql.lit(COUNTED)})::int as count, case when count(*) > ${sql.lit(COUNTED)} then 'atLeast' else 'exact' end as kind from (${all} limit ${sql.lit(COUNTED + 1)}) counted`;
}

interface Plan {
  readonly 'Plan Rows': number;
  readonly 'Total Cost': number;
}

export interface Explained {
  readonly 'QUERY PLAN': string | [{ readonly Plan: Plan }];
}

/** The plan may come parsed or as text, as the driver is set. */
export function planOf({ 'QUERY PLAN': plan }: Explained): Plan {
  const [{ Plan }] = typeof plan === 'string' ? (JSON.parse(plan) as Exclude<typeof plan, string>) : plan;
  return Plan;
}

/** The rows of `countQuery` as a count. */
export function totalOf(rows: readonly object[], asked: ListRequest['count']): Count {
  return asked === 'estimated'
    ? { count: planOf(rows[0] as Explained)['Plan Rows'], kind: 'estimated' }
    : (rows[0] as Count);
}
