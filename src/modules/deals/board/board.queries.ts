import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { parseSort, RecordLists, simpleFilter, type ListRequest } from '../../../platform/query/index.js';
import { contextOf, includedColumns, Records } from '../../../platform/records/index.js';
import { visibleTo } from '../../../platform/visibility/index.js';
import { PipelinesQueries, type PipelineStageView } from '../../pipelines/index.js';
import type { DealView } from '../deals.dto.js';
import { dealType } from '../deal.type.js';
import { dealsAsOf, requirePast, stateOwnershipColumns } from './as-of.js';
import { BoardTotals, type ColumnTotals, type Shown } from './board-totals.js';
import type { BoardCardQuery, BoardColumnView, BoardQuery, BoardView } from './board.dto.js';

interface ColumnPage {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Reads of boards. Each read covers only deals that the actor can see. */
@Injectable()
export class BoardQueries {
  constructor(
    private readonly pipelines: PipelinesQueries,
    private readonly totals: BoardTotals,
    private readonly lists: RecordLists,
    private readonly records: Records,
  ) {}

  async board(actor: Actor, pipelineId: string, { limit = 10, ...query }: BoardQuery): Promise<BoardView> {
    const shown = await this.shownBy(actor, pipelineId, query);
    const [stages, sums] = await Promise.all([
      this.pipelines.stages(pipelineId),
      this.totals.calculate(actor, shown, limit),
    ]);
    // Without stages, the pipeline itself may not exist.
    const id = stages[0]?.pipelineId ?? (await this.pipelines.get(pipelineId)).id;
    const columns = stages.filter(({ id: stageId, isActive }) => isActive || sums.has(stageId));
    const filled = columns.filter((stage) => sums.has(stage.id));
    const pages = await this.firstPages(actor, shown, filled, limit, sums);
    return {
      pipelineId: id,
      asOf: query.asOf ? new Date(query.asOf).toISOString() : null,
      columns: columns.map((stage): BoardColumnView => {
        const { count, totals } = sums.get(stage.id) ?? { count: { count: 0, kind: 'exact' }, totals: [] };
        const page = pages[filled.indexOf(stage)];
        return { stage, count, totals, cards: [...(page?.data ?? [])], nextCursor: page?.pageInfo.nextCursor ?? null };
      }),
    };
  }

  /** Reads the first page of each column, by deal ids if the totals query returned ids. */
  private firstPages(
    actor: Actor,
    shown: Shown,
    stages: readonly PipelineStageView[],
    limit: number,
    sums: ReadonlyMap<string, ColumnTotals>,
  ): Promise<Page<DealView>[]> {
    const known = stages.map(({ id }) => sums.get(id)?.first ?? []).filter((ids) => ids.length > 0);
    if (stages.length > 0 && known.length === stages.length)
      return this.lists.pagesAmong<DealView>(shown.source, requestFor(actor, shown, undefined, { limit }), known);
    // With `asOf`, one generic plan suits all columns: each column is read in index order of its states.
    return this.lists.pages<DealView>(
      stages.map((stage) => [shown.source, requestFor(actor, shown, stage, { limit })]),
      { usesGenericPlan: shown.asOf !== undefined },
    );
  }

  async cards(
    actor: Actor,
    pipelineId: string,
    { stageId, limit = 10, cursor, ...query }: BoardCardQuery,
  ): Promise<Page<DealView>> {
    const stage = await this.pipelines.stage(stageId);
    if (stage.pipelineId !== pipelineId) throw notFound('pipeline-stage');
    const shown = await this.shownBy(actor, pipelineId, query);
    return this.lists.page<DealView>(shown.source, requestFor(actor, shown, stage, { limit, cursor }));
  }

  private async shownBy(actor: Actor, pipelineId: string, query: BoardQuery): Promise<Shown> {
    const { asOf, q, viewId, ownerId, teamId, companyId, contactId, priority, source: sources, tags } = query;
    requirePast(asOf);
    // The order of keys is fixed, because a cursor is valid only for the same filter.
    const besides = { teamId, companyId, contactId, priority, source: sources, tags };
    const own = simpleFilter({ ownerId, ...besides }, dealType.source.fields);
    const isOfOwners =
      q === undefined && viewId === undefined && Object.values(besides).every((value) => value === undefined);
    const { source, filter } = await this.records.viewed(dealType, actor, viewId, own);
    return {
      pipelineId,
      source: asOf === undefined ? source : dealsAsOf(asOf, source),
      filter,
      q,
      asOf,
      owners: isOfOwners ? ownerId : undefined,
      include: includedColumns(dealType, actor, query.include ?? []),
    };
  }
}

/** Builds the list request for the cards of one stage or of all stages. */
function requestFor(
  actor: Actor,
  { source, filter, q, asOf, include = {} }: Shown,
  stage: PipelineStageView | undefined,
  { limit, cursor }: ColumnPage,
): ListRequest {
  const within =
    asOf === undefined
      ? stage && [sql`d.stage_id = ${stage.id}::uuid`, sql`d.status = ${stage.kind}`]
      : [...(stage ? [sql`t.stage_id = ${stage.id}::uuid`] : []), sql`t.status <> 'abandoned'`];
  return {
    ...(within && { within }),
    // Without a filter, the stage and the owner alone find few deals.
    ...((asOf !== undefined || (!filter && !q)) && { isNarrow: true }),
    where: visibleTo(actor, asOf === undefined ? dealType.ownershipColumns : stateOwnershipColumns),
    sort: parseSort(undefined, source.fields, ['-stageEnteredAt']),
    limit,
    count: 'none',
    context: contextOf(actor),
    include,
    ...(filter && { filter }),
    ...(q && { q }),
    ...(cursor && { cursor }),
  };
}
