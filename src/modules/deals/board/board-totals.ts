import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import type { PageTotal } from '../../../kernel/page.js';
import { Reader, shaped, type Query } from '../../../platform/database/index.js';
import { conditions, type Filter, type RecordSource } from '../../../platform/query/index.js';
import { contextOf } from '../../../platform/records/index.js';
import { reachOf, visibleHolders, visibleTo } from '../../../platform/sight/index.js';
import { dealBelonging } from '../deals.queries.js';
import { heldAt, stateBelonging } from './as-of.js';
import { isEarly, totalsOfAll, type Moment } from './day-totals.js';
import type { DealTotal } from './sums.dto.js';

type Sql = RawBuilder<unknown>;

/** Which deals a board is of. */
export interface Shown {
  readonly pipelineId: string;
  /** Deals as they are, or as they were at `asOf`. */
  readonly source: RecordSource;
  readonly filter?: Filter | undefined;
  readonly q?: string | undefined;
  readonly asOf?: string | undefined;
  /** Whose deals, where nothing else narrows them. */
  readonly owners?: readonly string[] | undefined;
}

export interface ColumnTotals {
  readonly count: PageTotal;
  readonly totals: DealTotal[];
  /** The ids of the deals that stand first, one more than asked for, where they were met on the way. */
  readonly first?: readonly string[] | undefined;
}

interface Row extends DealTotal {
  readonly stageId: string;
  /** In a row without sums, which counts nothing. */
  readonly first?: readonly string[] | null;
}

/** With a filter no column is counted beyond this. */
const COUNTED = 10_000;
const summed = (count: Sql, value: Sql, weighted: Sql): Sql =>
  sql`${count}::int as count, coalesce(sum(${value}), 0)::numeric(20,2)::text as value, coalesce(sum(${weighted}), 0)::numeric(20,2)::text as "weightedValue"`;
const all = (parts: readonly Sql[]): Sql =>
  sql.join(
    parts.map((part) => sql`(${part})`),
    sql` and `,
  );

const sumsOfAll = (pipelineId: unknown, moment?: Moment): Sql => sql`
  select t.stage_id as "stageId", t.currency, ${summed(sql`sum(t.count)`, sql`t.value`, sql`t.weighted_value`)}, null::uuid[] as first
  from (${totalsOfAll(pipelineId, moment)}) t where t.status <> 'abandoned' group by 1, 2 having sum(t.count) > 0`;

/** Kept with every write: the deals themselves are not read. Of an earlier moment who stood first comes along, met at the end of each stage's states. */
function allQuery({ pipelineId, asOf }: Shown, limit: number): Query {
  if (asOf === undefined)
    return shaped('board of all now', [pipelineId], (pipeline) => sql`${sumsOfAll(pipeline)} order by 2`);
  const isFirstHalf = isEarly(asOf);
  return shaped(
    `board of all ${isFirstHalf} ${limit}`,
    [pipelineId, asOf],
    (pipeline, at) => sql`
    select * from (
      ${sumsOfAll(pipeline, { at, isEarly: isFirstHalf })}
      union all
      select g.id, '', 0, '', '', (select array_agg(f.deal_id order by f.valid_from desc, f.deal_id desc) from (
        select t.deal_id, t.valid_from from deal_states t where t.stage_id = g.id and ${heldAt(at)} and t.status <> 'abandoned' order by t.valid_from desc, t.deal_id desc limit ${sql.lit(limit + 1)}) f)
      from pipeline_stages g where g.pipeline_id = ${pipeline}::uuid) answer
    order by currency`,
  );
}

/** The same of those that somebody with a narrow reach sees, or of some owners. */
const keptQuery = (actor: Actor, { pipelineId, owners }: Shown): Sql => sql`
  select t.stage_id as "stageId", t.currency, ${summed(sql`sum(t.count)`, sql`t.value`, sql`t.weighted_value`)}
  from deal_stage_totals t where ${all([sql`t.stage_id in (select s.id from pipeline_stages s where s.pipeline_id = ${pipelineId}::uuid)`, ...visibleHolders(actor, sql.ref('t.holder_id')), ...(owners ? [sql`t.holder_id = any(${[...owners]}::uuid[])`] : [])])}
  group by 1, 2 having sum(t.count) > 0 order by 2`;

/** Column by column, each no further than anybody reads. */
function countedQuery(actor: Actor, { pipelineId, source, filter, q }: Shown): Sql {
  const where = conditions(source, {
    where: [sql`d.stage_id = column_stage.id`, sql`d.status = column_stage.kind`, ...visibleTo(actor, dealBelonging)],
    context: contextOf(actor),
    ...(filter && { filter }),
    ...(q && { q }),
  });
  return sql`
    select column_stage.id as "stageId", counted.currency, ${summed(sql`count(*)`, sql`counted.value`, sql`counted.weighted_value`)}
    from pipeline_stages column_stage cross join lateral (select d.currency, d.value, d.weighted_value from ${source.from} where ${where} limit ${sql.lit(COUNTED + 1)}) counted
    where column_stage.pipeline_id = ${pipelineId}::uuid group by 1, 2 order by 2`;
}

/** The states that held are met once: for the sums and for who stands first. */
function pastQuery(pipelineId: unknown, from: Sql, where: Sql, limit: number): Sql {
  const order = sql`order by h.valid_from desc, h.id desc`;
  return sql`
    with held as materialized (
      select t.deal_id as id, t.stage_id, t.currency, t.value, t.weighted_value, t.valid_from from ${from} where t.pipeline_id = ${pipelineId}::uuid and t.status <> 'abandoned' and ${where})
    select * from (
      select h.stage_id as "stageId", h.currency, ${summed(sql`count(*)`, sql`h.value`, sql`h.weighted_value`)}, null::uuid[] as first from held h group by 1, 2
      union all
      select h.stage_id, '', 0, '', '', array_agg(h.id ${order}) from (select h.*, row_number() over (partition by h.stage_id ${order}) as place from held h) h where h.place <= ${sql.lit(limit + 1)} group by 1) answer
    order by currency`;
}

/** What is narrowed by nothing but whose it is needs the states alone, along an index that has all of it. */
function ownPastQuery(actor: Actor, { pipelineId, asOf, owners }: Shown, limit: number): Query {
  const recordAccess = reachOf(actor);
  return shaped(
    `board of some ${recordAccess} ${owners !== undefined} ${limit}`,
    [pipelineId, asOf, actor.userId, actor.teamId ?? '', owners && [...owners]],
    (pipeline, at, userId, teamId, those) => {
      const sight = [
        heldAt(at),
        ...visibleTo({ userId, teamId, recordAccess }, stateBelonging),
        ...(owners ? [sql`${stateBelonging.owner} = any(${those}::uuid[])`] : []),
      ];
      return pastQuery(pipeline, sql`deal_states t`, all(sight), limit);
    },
  );
}

const filteredPastQuery = (actor: Actor, { pipelineId, source, filter, q }: Shown, limit: number): Sql =>
  pastQuery(
    pipelineId,
    source.from,
    conditions(source, {
      where: visibleTo(actor, stateBelonging),
      context: contextOf(actor),
      ...(filter && { filter }),
      ...(q && { q }),
    }),
    limit,
  );

const isWhole = ({ filter, q }: Shown): boolean => !filter && !q;
/** Whether its deals are counted one by one. */
const isCounted = (shown: Shown): boolean => !shown.asOf && !shown.owners && !isWhole(shown);

/** With `generic`, what is read along one index whoever asks: its plan is kept. */
function totalsQuery(actor: Actor, shown: Shown, limit: number): readonly [Query, boolean | 'generic'] {
  if (isWhole(shown) && reachOf(actor) === 'all') return [allQuery(shown, limit), shown.asOf ? 'generic' : true];
  if (shown.asOf)
    return isWhole(shown) || shown.owners
      ? [ownPastQuery(actor, shown, limit), 'generic']
      : [filteredPastQuery(actor, shown, limit), !shown.q];
  return [isCounted(shown) ? countedQuery(actor, shown) : keptQuery(actor, shown), !shown.q];
}

/** What the columns of a board come to. */
@Injectable()
export class BoardTotals {
  constructor(private readonly reader: Reader) {}

  /** `limit` is how many cards a column is to show. */
  async of(actor: Actor, shown: Shown, limit: number): Promise<ReadonlyMap<string, ColumnTotals>> {
    const [query, prepared] = totalsQuery(actor, shown, limit);
    const rows = await this.reader.rows<Row>(query, { prepared });
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
