import { sql, type RawBuilder } from 'kysely';

type Sql = RawBuilder<unknown>;

const MONTH = sql`case when t.status = 'open' then coalesce(date_trunc('month', t.expected_close_date)::date, '9999-12-01'::date) else date_trunc('month', t.closed_at at time zone 'UTC')::date end`;
// Of the types of the sums, so that what nobody asks for is not worked out.
const signed = (sign: 1 | -1): Sql =>
  sql.join([
    sql`${sql.lit(sign)}::bigint`,
    sql`${sql.lit(sign)} * coalesce(t.value, 0)`,
    sql`${sql.lit(sign)} * coalesce(t.weighted_value, 0)`,
  ]);

/** A moment, and whether it is nearer to the beginning of its day, in UTC, than to the end. */
export interface Moment {
  /** The time, or a slot for it. */
  readonly at: unknown;
  readonly isEarly: boolean;
}

export const isEarly = (asOf: string): boolean => new Date(asOf).getUTCHours() < 12;

/** What a narrow reach must not see: sums over all deals of a pipeline, whoever has them, by stage, status, month and currency. */
export function totalsOfAll(pipelineId: unknown, moment?: Moment): Sql {
  const sums = sql`select t.stage_id, t.status, t.month, t.currency`;
  const ofPipeline = sql`t.pipeline_id = ${pipelineId}::uuid`;
  const now = sql`${sums}, t.count, t.value, t.weighted_value from deal_day_totals t where ${ofPipeline} and t.is_folded = any('{t,f}') and t.day = 'infinity'`;
  if (!moment) return now;
  const { at: asOf, isEarly: isFirstHalf } = moment;
  const day = sql`(${asOf}::timestamptz at time zone 'UTC')::date`;
  const month = sql`date_trunc('month', ${day})::date`;
  const since = isFirstHalf ? sql`t.day >= ${day}` : sql`t.day > ${day}`;
  const less = sql`${sums}, -t.count, -t.value, -t.weighted_value`;
  const within = (moment: Sql): Sql =>
    isFirstHalf
      ? sql`${moment} >= ${day} at time zone 'UTC' and ${moment} <= ${asOf}::timestamptz and ${moment} < 'infinity'`
      : sql`${moment} > ${asOf}::timestamptz and ${moment} < (${day} + 1) at time zone 'UTC' and ${moment} < 'infinity'`;
  const states = sql`select t.stage_id, t.status, ${MONTH} as month, t.currency`;
  const changed = sql`from deal_states t where ${ofPipeline} and not t.is_deleted`;
  const [began, ended] = isFirstHalf ? ([1, -1] as const) : ([-1, 1] as const);
  // The sums of now, less what has changed since: what is not folded yet, the days to the end of the month and the months behind it. Of its own day what came before it or what came after it, whichever is the shorter.
  return sql`
    ${now}
    union all ${less} from deal_day_totals t where ${ofPipeline} and not t.is_folded and ${since} and t.day < 'infinity'
    union all ${less} from deal_day_totals t where ${ofPipeline} and t.is_folded and ${since} and t.day < ${month} + interval '1 month'
    union all ${less} from deal_month_totals t where ${ofPipeline} and t.changed_in > ${month}
    union all ${states}, ${signed(began)} ${changed} and ${within(sql`t.valid_from`)}
    union all ${states}, ${signed(ended)} ${changed} and ${within(sql`t.valid_to`)}`;
}
