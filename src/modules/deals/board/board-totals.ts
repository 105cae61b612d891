import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import type { PageTotal } from '../../../kernel/page.js';
import { QueryRunner, cachedStatement, type Query } from '../../../platform/database/index.js';
import { conditions, type Filter, type RecordSource, type Sql } from '../../../platform/query/index.js';
import { contextOf } from '../../../platform/records/index.js';
import { accessScopeOf, visibleTo } from '../../../platform/visibility/index.js';
import { dealType } from '../deal.type.js';
import { heldAt, isCurrent, stateOwnershipColumns } from './as-of.js';
import { isEarly, totalsOfAll, type Moment } from './day-totals.js';
import type { DealTotal } from './sums.dto.js';

/** Selection of the deals of a board. */
export interface Shown {
  readonly pipelineId: string;
  /** Current deals, or the deals at `asOf`. */
  readonly source: RecordSource;
  readonly filter?: Filter | undefined;
  readonly q?: string | undefined;
  readonly asOf?: string | undefined;
  /** Owner ids, if the board has no other filter. */
  readonly owners?: readonly string[] | undefined;
  /** Columns of related records on the cards. */
  readonly include?: Readonly<Record<string, Sql>>;
}

export interface ColumnTotals {
  readonly count: PageTotal;
  readonly totals: DealTotal[];
  /** Ids of the first deals of the column, at most `limit` + 1. Undefined if the query returns only sums. */
  readonly first?: readonly string[] | undefined;
}

interface Row extends DealTotal {
  readonly stageId: string;
  /** Set only in rows without sums. These rows have the count 0. */
  readonly first?: readonly string[] | null;
}

/** Upper bound of the count per column, for boards with a filter. */
const COUNTED = 10_000;
const summed = (count: Sql, value: Sql, weighted: Sql): Sql =>
  sql`${count}::int as count, coalesce(sum(${value}), 0)::numeric(20,2)::text
    as value, coalesce(sum(${weighted}), 0)::numeric(20,2)::text as "weightedValue"`;
const all = (parts: readonly Sql[]): Sql =>
  sql.join(
    parts.map((part) => sql`(${part})`),
    sql` and `,
  );

const sumsOfAll = (pipelineId: unknown, moment?: Moment): Sql => sql`
  select t.stage_id as "stageId", t.currency, ${summed(sql`sum(t.count)`, sql`t.value`, sql`t.weighted_value`)},
    null::uuid[] as first
  from (${totalsOfAll(pipelineId, moment)}) t where t.status <> 'abandoned' group by 1, 2 having sum(t.count) > 0`;

/**
 * Reads the sums from the summary table, not from the deals. With `asOf`, also returns the first deals of each stage.
 */
function allQuery({ pipelineId, asOf }: Shown, limit: number): Query {
  if (asOf === undefined)
    return cachedStatement('board of all now', [pipelineId], (pipeline) => sql`${sumsOfAll(pipeline)} order by 2`);
  const isFirstHalf = isEarly(asOf);
  return cachedStatement(
    `board of all ${isFirstHalf} ${limit}`,
    [pipelineId, asOf],
    (pipeline, at) => sql`
    select * from (
      ${sumsOfAll(pipeline, { at, isEarly: isFirstHalf })}
      union all
      select g.id, '', 0, '', '', (select array_agg(f.deal_id order by f.valid_from desc, f.deal_id desc) from (
        select t.deal_id, t.valid_from from deal_states t where t.stage_id = g.id and ${heldAt(at)}
          and t.status <> 'abandoned' order by t.valid_from desc, t.deal_id desc limit ${sql.lit(limit + 1)}) f)
      from pipeline_stages g where g.pipeline_id = ${pipeline}::uuid) answer
    order by currency`,
  );
}

/** Sums over the current states of the deals that the actor sees, optionally only of some owners. */
function ownQuery(actor: Actor, { pipelineId, owners }: Shown): Query {
  const recordAccess = accessScopeOf(actor);
  const values = [pipelineId, actor.userId, actor.teamId ?? '', owners && [...owners]] as const;
  const form = `board of some now ${recordAccess} ${owners !== undefined}`;
  return cachedStatement(form, values, (pipeline, userId, teamId, those) => {
    const conditions = [
      sql`t.pipeline_id = ${pipeline}::uuid and t.status <> 'abandoned'`,
      isCurrent(),
      ...visibleTo({ userId, teamId, recordAccess }, stateOwnershipColumns),
      ...(owners ? [sql`${stateOwnershipColumns.owner} = any(${those}::uuid[])`] : []),
    ];
    return sql`
      select t.stage_id as "stageId", t.currency, ${summed(sql`count(*)`, sql`t.value`, sql`t.weighted_value`)}
      from deal_states t where ${all(conditions)} group by 1, 2 order by 2`;
  });
}

/** Reads at most `COUNTED` + 1 deals per column. */
function countedQuery(actor: Actor, { pipelineId, source, filter, q }: Shown): Sql {
  const where = conditions(source, {
    where: [
      sql`d.stage_id = column_stage.id`,
      sql`d.status = column_stage.kind`,
      ...visibleTo(actor, dealType.ownershipColumns),
    ],
    context: contextOf(actor),
    ...(filter && { filter }),
    ...(q && { q }),
  });
  return sql`
    select column_stage.id as "stageId", counted.currency,
      ${summed(sql`count(*)`, sql`counted.value`, sql`counted.weighted_value`)}
    from pipeline_stages column_stage cross join lateral (select d.currency, d.value, d.weighted_value
      from ${source.from} where ${where} limit ${sql.lit(COUNTED + 1)}) counted
    where column_stage.pipeline_id = ${pipelineId}::uuid group by 1, 2 order by 2`;
}

/** Materializes the states once, because both the sums and the first deals need them. */
function pastQuery(pipelineId: unknown, from: Sql, where: Sql, limit: number): Sql {
  const order = sql`order by h.valid_from desc, h.id desc`;
  return sql`
    with held as materialized (
      select t.deal_id as id, t.stage_id, t.currency, t.value, t.weighted_value, t.valid_from from ${from}
        where t.pipeline_id = ${pipelineId}::uuid and t.status <> 'abandoned' and ${where})
    select * from (
      select h.stage_id as "stageId", h.currency, ${summed(sql`count(*)`, sql`h.value`, sql`h.weighted_value`)},
        null::uuid[] as first from held h group by 1, 2
      union all
      select h.stage_id, '', 0, '', '', array_agg(h.id ${order})
        from (select h.*, row_number() over (partition by h.stage_id ${order}) as place from held h) h
        where h.place <= ${sql.lit(limit + 1)} group by 1) answer
    order by currency`;
}

/** Without filters other than owners, reads only `deal_states`, from an index with all needed columns. */
function ownPastQuery(actor: Actor, { pipelineId, asOf, owners }: Shown, limit: number): Query {
  const recordAccess = accessScopeOf(actor);
  return cachedStatement(
    `board of some ${recordAccess} ${owners !== undefined} ${limit}`,
    [pipelineId, asOf, actor.userId, actor.teamId ?? '', owners && [...owners]],
    (pipeline, at, userId, teamId, those) => {
      const visibility = [
        heldAt(at),
        ...visibleTo({ userId, teamId, recordAccess }, stateOwnershipColumns),
        ...(owners ? [sql`${stateOwnershipColumns.owner} = any(${those}::uuid[])`] : []),
      ];
      return pastQuery(pipeline, sql`deal_states t`, all(visibility), limit);
    },
  );
}

const filteredPastQuery = (actor: Actor, { pipelineId, source, filter, q }: Shown, limit: number): Sql =>
  pastQuery(
    pipelineId,
    source.from,
    conditions(source, {
      where: visibleTo(actor, stateOwnershipColumns),
      context: contextOf(actor),
      ...(filter && { filter }),
      ...(q && { q }),
    }),
    limit,
  );

const isWhole = ({ filter, q }: Shown): boolean => !filter && !q;
/** Returns whether the query counts the deals themselves, up to `COUNTED` per column. */
const isCounted = (shown: Shown): boolean => !shown.asOf && !shown.owners && !isWhole(shown);

/** Returns the query and its `prepared` option: `generic` if one plan suits all actors. */
function totalsQuery(actor: Actor, shown: Shown, limit: number): readonly [Query, boolean | 'generic'] {
  if (isWhole(shown) && accessScopeOf(actor) === 'all') return [allQuery(shown, limit), shown.asOf ? 'generic' : true];
  if (shown.asOf)
    return isWhole(shown) || shown.owners
      ? [ownPastQuery(actor, shown, limit), 'generic']
      : [filteredPastQuery(actor, shown, limit), !shown.q];
  return isCounted(shown) ? [countedQuery(actor, shown), !shown.q] : [ownQuery(actor, shown), 'generic'];
}

/** Counts and sums of the columns of a board. */
@Injectable()
export class BoardTotals {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** `limit` is the number of cards per column. */
  async calculate(actor: Actor, shown: Shown, limit: number): Promise<ReadonlyMap<string, ColumnTotals>> {
    const [query, prepared] = totalsQuery(actor, shown, limit);
    const rows = await this.queryRunner.rows<Row>(query, { prepared });
    const [sums, firsts] = [
      rows.filter(({ count }) => count > 0),
      new Map(rows.flatMap(({ stageId, first }) => (first ? [[stageId, first]] : []))),
    ];
    const stages = [...new Set(sums.map(({ stageId }) => stageId))];
    return new Map(
      stages.map((stage) => [
        stage,
        {
          ...columnOf(
            sums.filter(({ stageId }) => stageId === stage),
            isCounted(shown),
          ),
          first: firsts.get(stage),
        },
      ]),
    );
  }
}

function columnOf(rows: readonly Row[], isBounded: boolean): ColumnTotals {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const totals = rows.map(({ currency, count: deals, value, weightedValue }) => ({
    currency,
    count: deals,
    value,
    weightedValue,
  }));
  return {
    count: isBounded && count > COUNTED ? { count: COUNTED, kind: 'atLeast' } : { count, kind: 'exact' },
    totals,
  };
}
