import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import type { PageTotal } from '../../../kernel/page.js';
import { Reader } from '../../../platform/database/index.js';
import { conditions, type Filter, type RecordSource } from '../../../platform/query/index.js';
import { contextOf } from '../../../platform/records/index.js';
import { reachOf, visibleHolders, visibleTo } from '../../../platform/sight/index.js';
import { dealBelonging } from '../deals.queries.js';
import { totalsOfAll } from './day-totals.js';
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
}

export interface ColumnTotals {
  readonly count: PageTotal;
  readonly totals: DealTotal[];
}

interface Row extends DealTotal {
  readonly stageId: string;
}

/** With a filter no column is counted beyond this. */
const COUNTED = 10_000;
const summed = (count: Sql, value: Sql, weighted: Sql): Sql =>
  sql`${count}::int as count, coalesce(sum(${value}), 0)::numeric(20,2)::text as value, coalesce(sum(${weighted}), 0)::numeric(20,2)::text as "weightedValue"`;
const all = (parts: readonly Sql[]): Sql => sql.join(parts.map((part) => sql`(${part})`), sql` and `);

/** Kept with every write: the deals themselves are not read. */
const allQuery = ({ pipelineId, asOf }: Shown): Sql => sql`
  select t.stage_id as "stageId", t.currency, ${summed(sql`sum(t.count)`, sql`t.value`, sql`t.weighted_value`)}
  from (${totalsOfAll(pipelineId, asOf)}) t where t.status <> 'abandoned' group by 1, 2 having sum(t.count) > 0 order by 2`;

/** The same of those that somebody with a narrow reach sees. */
const keptQuery = (actor: Actor, pipelineId: string): Sql => sql`
  select t.stage_id as "stageId", t.currency, ${summed(sql`sum(t.count)`, sql`t.value`, sql`t.weighted_value`)}
  from deal_stage_totals t where ${all([sql`t.stage_id in (select s.id from pipeline_stages s where s.pipeline_id = ${pipelineId}::uuid)`, ...visibleHolders(actor, sql.ref('t.holder_id'))])}
  group by 1, 2 having sum(t.count) > 0 order by 2`;

/** Column by column, each no further than anybody reads. */
function countedQuery(actor: Actor, { pipelineId, source, filter, q }: Shown): Sql {
  const where = conditions(source, { where: [sql`d.stage_id = column_stage.id`, sql`d.status = column_stage.kind`, ...visibleTo(actor, dealBelonging)], context: contextOf(actor), ...(filter && { filter }), ...(q && { q }) });
  return sql`
    select column_stage.id as "stageId", counted.currency, ${summed(sql`count(*)`, sql`counted.value`, sql`counted.weighted_value`)}
    from pipeline_stages column_stage cross join lateral (select d.currency, d.value, d.weighted_value from ${source.from} where ${where} limit ${sql.lit(COUNTED + 1)}) counted
    where column_stage.pipeline_id = ${pipelineId}::uuid group by 1, 2 order by 2`;
}

function pastQuery(actor: Actor, { pipelineId, source, filter, q }: Shown): Sql {
  const where = conditions(source, { where: visibleTo(actor, dealBelonging), context: contextOf(actor), ...(filter && { filter }), ...(q && { q }) });
  return sql`
    select t.stage_id as "stageId", t.currency, ${summed(sql`count(*)`, sql`t.value`, sql`t.weighted_value`)}
    from ${source.from} where t.pipeline_id = ${pipelineId}::uuid and t.status <> 'abandoned' and ${where} group by 1, 2 order by 2`;
}

function totalsQuery(actor: Actor, shown: Shown): Sql {
  const isWhole = !shown.filter && !shown.q;
  if (isWhole && reachOf(actor) === 'all') return allQuery(shown);
  if (shown.asOf) return pastQuery(actor, shown);
  return isWhole ? keptQuery(actor, shown.pipelineId) : countedQuery(actor, shown);
}

/** What the columns of a board come to. */
@Injectable()
export class BoardTotals {
  constructor(private readonly reader: Reader) {}

  async of(actor: Actor, shown: Shown): Promise<ReadonlyMap<string, ColumnTotals>> {
    const rows = await this.reader.rows<Row>(totalsQuery(actor, shown), { prepared: !shown.q });
    const stages = [...new Set(rows.map(({ stageId }) => stageId))];
    return new Map(stages.map((stage) => [stage, columnOf(rows.filter(({ stageId }) => stageId === stage), !shown.asOf && Boolean(shown.filter ?? shown.q))]));
  }
}

function columnOf(rows: readonly Row[], isBounded: boolean): ColumnTotals {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const totals = rows.map(({ currency, count: deals, value, weightedValue }) => ({ currency, count: deals, value, weightedValue }));
  return { count: isBounded && count > COUNTED ? { count: COUNTED, kind: 'atLeast' } : { count, kind: 'exact' }, totals };
}
