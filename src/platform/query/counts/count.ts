import { sql } from 'kysely';
import type { Sql } from '../fields/fields.js';
import { conditionsOfAll, type ListRequest, type RecordSource } from '../lists/source.js';
import { summedConditions, whereAll } from './summary.js';

export interface Count {
  readonly count: number;
  readonly kind: 'exact' | 'estimated' | 'atLeast';
}

/** Upper bound of exact counts. Counting 63 000 rows takes 205 ms. */
const COUNTED = 10_000;

/**
 * Builds the count. `exact` uses the summary counts, or counts up to 10 000 rows and then returns "at least".
 * `estimated` returns the estimate of the planner without reading rows.
 */
export function countQuery(source: RecordSource, request: ListRequest): Sql {
  const { summary } = source;
  if (summary && request.count === 'exact') {
    const summed = summedConditions(summary, request);
    if (summed)
      return sql`select coalesce(${summary.count}, 0)::int as count, 'exact' as kind
        from ${summary.from}${whereAll(summed)}`;
  }
  const all = sql`select 1 from ${source.from} where ${conditionsOfAll(source, request)}`;
  return request.count === 'estimated'
    ? sql`explain (format json) ${all}`
    : sql`select least(count(*), ${sql.lit(COUNTED)})::int as count, case when count(*) > ${sql.lit(COUNTED)}
      then 'atLeast' else 'exact' end as kind from (${all} limit ${sql.lit(COUNTED + 1)}) counted`;
}

interface Plan {
  readonly 'Plan Rows': number;
  readonly 'Total Cost': number;
}

export interface Explained {
  readonly 'QUERY PLAN': string | [{ readonly Plan: Plan }];
}

/** Returns the plan of EXPLAIN, which the driver returns as text or as a parsed value. */
export function explainedPlanOf({ 'QUERY PLAN': plan }: Explained): Plan {
  const [{ Plan }] = typeof plan === 'string' ? (JSON.parse(plan) as Exclude<typeof plan, string>) : plan;
  return Plan;
}

export function totalOf(rows: readonly object[], asked: ListRequest['count']): Count {
  return asked === 'estimated'
    ? { count: explainedPlanOf(rows[0] as Explained)['Plan Rows'], kind: 'estimated' }
    : (rows[0] as Count);
}
