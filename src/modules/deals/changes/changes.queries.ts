import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  field,
  parseSort,
  RecordLists,
  type Fields,
  type RecordSource,
  type Sql,
} from '../../../platform/query/index.js';
import { contextOf } from '../../../platform/records/index.js';
import { visibleTo } from '../../../platform/visibility/index.js';
import { PipelinesQueries } from '../../pipelines/index.js';
import { ownershipColumnsOf } from '../board/as-of.js';
import {
  CHANGE_KINDS,
  type ChangedDealQuery,
  type ChangedDealView,
  type ChangeKind,
  type ChangesQuery,
  type ChangeTotal,
  type PipelineChangesView,
} from './changes.dto.js';

/** Number and value of the deals of one currency, by kind of change. */
interface Row {
  readonly currency: string;
  readonly changes: Readonly<Record<ChangeKind, Omit<ChangeTotal, 'currency'>>>;
}

/** Conditions. `was` is the earlier state, if active in this pipeline; `now` is the current state. */
const HOLDS: Readonly<Record<ChangeKind, Sql>> = {
  new: sql`was.deal_id is null and not now.is_deleted`,
  won: sql`now.status = 'won' and was.status is distinct from 'won' and not now.is_deleted`,
  lost: sql`now.status = 'lost' and was.status is distinct from 'lost' and not now.is_deleted`,
  abandoned: sql`now.status = 'abandoned' and was.status is distinct from 'abandoned' and not now.is_deleted`,
  reopened: sql`now.status = 'open' and was.status <> 'open' and not now.is_deleted`,
  deleted: sql`was.deal_id is not null and now.is_deleted`,
  moved_forward: sql`now.status = 'open' and was.status = 'open' and is_at.rank > was_at.rank and not now.is_deleted`,
  moved_back: sql`now.status = 'open' and was.status = 'open' and is_at.rank < was_at.rank and not now.is_deleted`,
  value_up: sql`now.currency = was.currency and coalesce(now.value, 0) > coalesce(was.value, 0) and not now.is_deleted`,
  value_down: sql`now.currency = was.currency and coalesce(now.value, 0) < coalesce(was.value, 0)
    and not now.is_deleted`,
  slipped: sql`now.expected_close_date > was.expected_close_date and not now.is_deleted`,
  pulled_in: sql`now.expected_close_date < was.expected_close_date and not now.is_deleted`,
};
const kinds = sql`array_remove(array[${sql.join(
  CHANGE_KINDS.map(
    (kind) => sql`case when ${HOLDS[kind]}
  then ${sql.lit(kind)} end`,
  ),
)}]::text[], null)`;

const moment = (state: string): Sql => {
  const of = (column: string): Sql => sql.ref(`${state}.${column}`);
  return sql`json_build_object('pipelineId', ${of('pipeline_id')}, 'stageId', ${of('stage_id')}, 'status',
    ${of('status')}, 'value', ${of('value')}::text, 'currency', ${of('currency')},
    'probability', ${of('probability')}, 'expectedCloseDate', ${of('expected_close_date')})`;
};

const difference = sql`abs(coalesce(now.value, 0) - coalesce(was.value, 0))`;

/**
 * Joins each current state that began after `since` with the state at `since`, from two index ranges. `mine` applies to
 * both: all states of a deal have the current owner and team.
 */
const changed = (pipelineId: string, since: string, mine: (state: string) => readonly Sql[]): Sql => sql`
  deal_states now
  left join deal_states was on ${sql.join(
    [
      sql`was.deal_id = now.deal_id and was.pipeline_id = now.pipeline_id and was.pipeline_id = ${pipelineId}::uuid
        and not was.is_deleted
    and was.valid_from <= ${since}::timestamptz and was.valid_to > ${since}::timestamptz and was.valid_to < 'infinity'`,
      ...mine('was'),
    ],
    sql` and `,
  )}
  join pipeline_stages is_at on is_at.id = now.stage_id
  left join pipeline_stages was_at on was_at.id = was.stage_id
  left join deals d on d.id = now.deal_id
  where
    ${sql.join(
      [
        sql`now.pipeline_id = ${pipelineId}::uuid and now.valid_from > ${since}::timestamptz
      and now.valid_to = 'infinity'`,
        ...mine('now'),
      ],
      sql` and `,
    )}`;

/** Changed deals with their kinds of change. */
const listed = (states: Sql): Sql => sql`(
  select now.deal_id as id, d.title, now.owner_id, now.valid_from as changed_at, ${kinds} as kinds, case
    when was.deal_id is not null then ${moment('was')} end as was, ${moment('now')} as "is"
  from ${states}) d`;

/** Counts with `filter` instead of `group by` kinds: the planner expects too many groups and would sort on disk. */
const totalsOf = (kind: ChangeKind): Sql => {
  const value = kind === 'value_up' || kind === 'value_down' ? difference : sql.ref('now.value');
  return sql`${sql.lit(kind)}, json_build_object('count', count(*)
    filter (where ${HOLDS[kind]}), 'value', (coalesce(sum(${value})
    filter (where ${HOLDS[kind]}), 0)::numeric(20,2))::text)`;
};

const fields = { changedAt: field.timestamp('d.changed_at', { sort: true }) } satisfies Fields;
const columns: Record<keyof ChangedDealView, Sql> = {
  id: sql.ref('d.id'),
  title: sql.ref('d.title'),
  ownerId: sql.ref('d.owner_id'),
  kinds: sql.ref('d.kinds'),
  changedAt: sql.ref('d.changed_at'),
  was: sql.ref('d.was'),
  is: sql.ref('d.is'),
};

/** Changes of the deals of a pipeline since a given time. */
@Injectable()
export class ChangesQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly pipelines: PipelinesQueries,
  ) {}

  async summary(actor: Actor, pipelineId: string, { since, ownerId }: ChangesQuery): Promise<PipelineChangesView> {
    const { id } = await this.pipelines.get(pipelineId);
    const rows = await this.queryRunner.rows<Row>(
      sql`select now.currency, json_build_object(${sql.join(CHANGE_KINDS.map(totalsOf))}) as changes
        from ${changed(id, since, mine(actor, ownerId))} group by 1 order by 1`,
    );
    const totals = (kind: ChangeKind): ChangeTotal[] =>
      rows.flatMap(({ currency, changes: { [kind]: total } }) => (total.count > 0 ? [{ currency, ...total }] : []));
    return {
      pipelineId: id,
      since: new Date(since).toISOString(),
      changes: CHANGE_KINDS.map((kind) => ({ kind, totals: totals(kind) })),
    };
  }

  async list(
    actor: Actor,
    pipelineId: string,
    { since, ownerId, kind = [...CHANGE_KINDS], limit = 25, cursor, count = 'none' }: ChangedDealQuery,
  ): Promise<Page<ChangedDealView>> {
    const { id } = await this.pipelines.get(pipelineId);
    const source: RecordSource = {
      resource: 'changed-deals',
      from: listed(changed(id, since, mine(actor, ownerId))),
      id: sql.ref('d.id'),
      fields,
      columns,
      live: sql`d.kinds && ${[...kind]}::text[]`,
    };
    return this.lists.page<ChangedDealView>(source, {
      where: [],
      sort: parseSort(undefined, fields, ['-changedAt']),
      limit,
      count,
      context: contextOf(actor),
      ...(cursor && { cursor }),
    });
  }
}

const mine =
  (actor: Actor, ownerId: readonly string[] | undefined) =>
  (state: string): Sql[] => [
    ...visibleTo(actor, ownershipColumnsOf(state)),
    ...(ownerId ? [sql`${ownershipColumnsOf(state).owner} = any(${[...ownerId]}::uuid[])`] : []),
  ];
