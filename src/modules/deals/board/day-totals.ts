import { sql, type RawBuilder } from 'kysely';

type Sql = RawBuilder<unknown>;

const MONTH = sql`case when t.status = 'open' then coalesce(date_trunc('month', t.expected_close_date)::date, '9999-12-01'::date) else date_trunc('month', t.closed_at at time zone 'UTC')::date end`;
const signed = (sign: 1 | -1): Sql => sql.join([sql.lit(sign), sql`${sql.lit(sign)} * coalesce(t.value, 0)`, sql`${sql.lit(sign)} * coalesce(t.weighted_value, 0)`]);

/** What a narrow reach must not see: sums over all deals of a pipeline, whoever has them, by stage, status, month and currency. */
export function totalsOfAll(pipelineId: string, asOf?: string): Sql {
  const sums = sql`select t.stage_id, t.status, t.month, t.currency`;
  const ofPipeline = sql`t.pipeline_id = ${pipelineId}::uuid`;
  if (asOf === undefined) return sql`${sums}, t.count, t.value, t.weighted_value from deal_day_totals t where ${ofPipeline} and t.day = 'infinity'`;
  const isEarly = new Date(asOf).getUTCHours() < 12;
  const day = sql`(${asOf}::timestamptz at time zone 'UTC')::date`;
  const within = (moment: Sql): Sql => isEarly
    ? sql`${moment} >= ${day} at time zone 'UTC' and ${moment} <= ${asOf}::timestamptz and ${moment} < 'infinity'`
    : sql`${moment} > ${asOf}::timestamptz and ${moment} < (${day} + 1) at time zone 'UTC' and ${moment} < 'infinity'`;
  const states = sql`select t.stage_id, t.status, ${MONTH} as month, t.currency`;
  const changed = sql`from deal_states t where ${ofPipeline} and not t.is_deleted`;
  const [began, ended] = isEarly ? ([1, -1] as const) : ([-1, 1] as const);
  // The sums of now, less what the days since changed; of its own day what came before it or what came after it, whichever is the shorter.
  return sql`
    select stage_id, status, month, currency, case day when 'infinity' then count else -count end as count, case day when 'infinity' then value else -value end as value, case day when 'infinity' then weighted_value else -weighted_value end as weighted_value
    from deal_day_totals t where ${ofPipeline} and t.day > ${isEarly ? sql`${day} - 1` : day}
    union all ${states}, ${signed(began)} ${changed} and ${within(sql`t.valid_from`)}
    union all ${states}, ${signed(ended)} ${changed} and ${within(sql`t.valid_to`)}`;
}
