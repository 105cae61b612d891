import { sql } from 'kysely';
import type { Sql } from '../../../platform/query/index.js';

const MONTH = sql`case when t.status = 'open'
  then coalesce(date_trunc('month', t.expected_close_date)::date, '9999-12-01'::date)
  else date_trunc('month', t.closed_at at time zone 'UTC')::date end`;
// Same types as in `deal_day_totals`, so that PostgreSQL does not compute unused columns of the union.
const signed = (sign: 1 | -1): Sql =>
  sql.join([
    sql`${sql.lit(sign)}::bigint`,
    sql`${sql.lit(sign)} * coalesce(t.value, 0)`,
    sql`${sql.lit(sign)} * coalesce(t.weighted_value, 0)`,
  ]);

/** A time, and whether the time is in the first half of its day in UTC. */
export interface Moment {
  /** The time or its placeholder. */
  readonly at: unknown;
  readonly isEarly: boolean;
}

export const isEarly = (asOf: string): boolean => new Date(asOf).getUTCHours() < 12;

/** Sums over all deals of a pipeline by stage, status, month and currency. Use only with the access scope `all`. */
export function totalsOfAll(pipelineId: unknown, moment?: Moment): Sql {
  const sums = sql`select t.stage_id, t.status, t.month, t.currency`;
  const ofPipeline = sql`t.pipeline_id = ${pipelineId}::uuid`;
  const now = sql`${sums}, t.count, t.value, t.weighted_value from deal_day_totals t where ${ofPipeline}
    and t.is_compacted = any('{t,f}') and t.day = 'infinity'`;
  if (!moment) return now;
  const { at: asOf, isEarly: isFirstHalf } = moment;
  const day = sql`(${asOf}::timestamptz at time zone 'UTC')::date`;
  const since = isFirstHalf ? sql`t.day >= ${day}` : sql`t.day > ${day}`;
  const less = sql`${sums}, -t.count, -t.value, -t.weighted_value`;
  const within = (moment: Sql): Sql =>
    isFirstHalf
      ? sql`${moment} >= ${day} at time zone 'UTC' and ${moment} <= ${asOf}::timestamptz and ${moment} < 'infinity'`
      : sql`${moment} > ${asOf}::timestamptz and ${moment} < (${day} + 1) at time zone 'UTC' and ${moment} < 'infinity'`;
  const states = sql`select t.stage_id, t.status, ${MONTH} as month, t.currency`;
  const changed = sql`from deal_states t where ${ofPipeline} and not t.is_deleted`;
  const [began, ended] = isFirstHalf ? ([1, -1] as const) : ([-1, 1] as const);
  // Current sums minus all later changes. For the day of `asOf`, the query reads the states of the shorter part.
  return sql`
    ${now}
    union all ${less} from deal_day_totals t where ${ofPipeline} and t.is_compacted = any('{t,f}') and ${since}
      and t.day < 'infinity'
    union all ${states}, ${signed(began)} ${changed} and ${within(sql`t.valid_from`)}
    union all ${states}, ${signed(ended)} ${changed} and ${within(sql`t.valid_to`)}`;
}
