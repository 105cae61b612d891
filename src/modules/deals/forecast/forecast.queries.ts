import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Sql } from '../../../platform/query/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { QueryRunner, cachedStatement, type Query } from '../../../platform/database/index.js';
import { accessScopeOf, visibleTo, type Viewer } from '../../../platform/visibility/index.js';
import { PipelinesQueries } from '../../pipelines/index.js';
import { heldAt, isCurrent, requirePast, stateOwnershipColumns } from '../board/as-of.js';
import { isEarly, totalsOfAll, type Moment } from '../board/day-totals.js';
import type { ForecastQuery, ForecastTotal, ForecastView } from './forecast.dto.js';

interface Row extends ForecastTotal {
  /** A month (`YYYY-MM`), `overdue` or `undated`. */
  readonly bucket: string;
}

interface Asked {
  readonly first: string;
  readonly months: number;
  readonly asOf: string | undefined;
  readonly ownerId: readonly string[] | undefined;
}

const UNDATED = sql`'9999-12-01'::date`;
const all = (parts: readonly Sql[]): Sql =>
  sql.join(
    parts.map((part) => sql`(${part})`),
    sql` and `,
  );
const sum = (value: Sql): Sql => sql`coalesce(sum(${value}), 0)::numeric(20,2)::text`;
const count = (which: Sql): Sql => sql`coalesce(sum(f.count) filter (where ${which}), 0)::int`;

/** Groups by month, status and currency first, so that the later steps process few rows. */
const ofAll = (pipelineId: unknown, moment: Moment | undefined): Sql =>
  sql`select t.month, t.status, t.currency, sum(t.count) as count, sum(t.value) as value, sum(t.weighted_value)
    as weighted_value from (${totalsOfAll(pipelineId, moment)}) t group by 1, 2, 3`;

/** The same columns from the states of the deals that meet the conditions. */
const ofSome = (pipelineId: unknown, conditions: readonly Sql[]): Sql => sql`
  select case when t.status = 'open' then coalesce(date_trunc('month', t.expected_close_date)::date, ${UNDATED})
    else date_trunc('month', t.closed_at at time zone 'UTC')::date end as month,
    t.status, t.currency, 1 as count, t.value, t.weighted_value
  from deal_states t where ${all([sql`t.pipeline_id = ${pipelineId}::uuid`, ...conditions])}`;

/** Reads the day totals with the access scope `all` and no owner filter, else the deal states. */
function forecastQuery(actor: Actor, pipelineId: string, { first, months, asOf, ownerId }: Asked): Query {
  const recordAccess = accessScopeOf(actor);
  const time = asOf === undefined ? 'now' : isEarly(asOf) ? 'early' : 'late';
  return cachedStatement(
    `forecast ${recordAccess} ${time} ${ownerId !== undefined}`,
    [pipelineId, first, months, asOf, actor.userId, actor.teamId ?? '', ownerId && [...ownerId]],
    (pipeline, from, many, at, userId, teamId, owners) => {
      const viewer: Viewer = { userId, teamId, recordAccess };
      const of = (whose: Sql): Sql[] => (ownerId ? [sql`${whose} = any(${owners}::uuid[])`] : []);
      const facts =
        !ownerId && recordAccess === 'all'
          ? ofAll(pipeline, asOf === undefined ? undefined : { at, isEarly: isEarly(asOf) })
          : ofSome(pipeline, [
              asOf === undefined ? isCurrent() : heldAt(at),
              ...visibleTo(viewer, stateOwnershipColumns),
              ...of(stateOwnershipColumns.owner),
            ]);
      return bucketsOf(facts, from, many);
    },
  );
}

const bucketsOf = (facts: Sql, first: unknown, months: unknown): Sql => sql`
  select case when f.month = ${UNDATED} then 'undated' when f.month < ${first}::date then 'overdue'
    else to_char(f.month, 'YYYY-MM') end as bucket, f.currency,
    ${count(sql`f.status = 'open'`)} as "openCount", ${sum(sql`case f.status when 'open' then f.value end`)}
      as "openValue", ${sum(sql`case f.status when 'open' then f.weighted_value end`)} as "weightedValue",
    ${count(sql`f.status = 'won'`)} as "wonCount", ${sum(sql`case f.status when 'won' then f.value end`)} as "wonValue",
    ${count(sql`f.status = 'lost'`)} as "lostCount", ${sum(sql`case f.status when 'lost' then f.value end`)}
      as "lostValue",
    ${count(sql`f.status = 'abandoned'`)}
      as "abandonedCount", ${sum(sql`case f.status when 'abandoned' then f.value end`)} as "abandonedValue",
    ${sum(sql`case f.status when 'won' then f.value when 'open' then f.weighted_value end`)}
      as "expectedValue", ${sum(sql`case when f.status in ('won', 'open') then f.value end`)} as "bestCase"
  from (${facts}) f
  where (f.month >= ${first}::date and f.month < ${first}::date + make_interval(months => ${months}::int))
    or (f.status = 'open' and (f.month < ${first}::date or f.month = ${UNDATED}))
  group by 1, 2 having sum(f.count) > 0 order by 2`;

/** Expected and won values of a pipeline per month. */
@Injectable()
export class ForecastQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly pipelines: PipelinesQueries,
  ) {}

  async forecast(
    actor: Actor,
    pipelineId: string,
    { from = new Date().toISOString().slice(0, 7), months = 12, asOf, ownerId }: ForecastQuery,
  ): Promise<ForecastView> {
    requirePast(asOf);
    const { id } = await this.pipelines.get(pipelineId);
    const rows = await this.queryRunner.rows<Row>(
      forecastQuery(actor, id, { first: `${from}-01`, months, asOf, ownerId }),
      { prepared: 'generic' },
    );
    const totals = (name: string): ForecastTotal[] => rows.filter(({ bucket }) => bucket === name).map(totalOf);
    return {
      pipelineId: id,
      asOf: asOf === undefined ? null : new Date(asOf).toISOString(),
      months: monthsFrom(from, months).map((month) => ({ month, totals: totals(month) })),
      overdue: totals('overdue'),
      undated: totals('undated'),
    };
  }
}

const totalOf = ({
  currency,
  openCount,
  openValue,
  weightedValue,
  wonCount,
  wonValue,
  lostCount,
  lostValue,
  abandonedCount,
  abandonedValue,
  expectedValue,
  bestCase,
}: Row): ForecastTotal => ({
  currency,
  openCount,
  openValue,
  weightedValue,
  wonCount,
  wonValue,
  lostCount,
  lostValue,
  abandonedCount,
  abandonedValue,
  expectedValue,
  bestCase,
});

function monthsFrom(first: string, many: number): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return Array.from({ length: many }, (_, at) => new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7));
}
