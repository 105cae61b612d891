import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import type { Page } from '../../../kernel/page.js';
import { Reader } from '../../../platform/database/index.js';
import { field, parseSort, RecordLists, type Fields, type RecordSource } from '../../../platform/query/index.js';
import { contextOf } from '../../../platform/records/index.js';
import { visibleTo } from '../../../platform/sight/index.js';
import { PipelinesQueries } from '../../pipelines/index.js';
import { dealBelonging } from '../deals.queries.js';
import { CHANGE_KINDS, type ChangedDealQuery, type ChangedDealView, type ChangeKind, type ChangesQuery, type ChangeTotal, type PipelineChangesView } from './changes.dto.js';

type Sql = RawBuilder<unknown>;

interface Row extends ChangeTotal {
  readonly kind: ChangeKind;
}

/** What must hold for each; `was` is the state then, on this pipeline and living, `now` that of now. */
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
  value_down: sql`now.currency = was.currency and coalesce(now.value, 0) < coalesce(was.value, 0) and not now.is_deleted`,
  slipped: sql`now.expected_close_date > was.expected_close_date and not now.is_deleted`,
  pulled_in: sql`now.expected_close_date < was.expected_close_date and not now.is_deleted`,
};
const kinds = sql`array_remove(array[${sql.join(CHANGE_KINDS.map((kind) => sql`case when ${HOLDS[kind]} then ${sql.lit(kind)} end`))}]::text[], null)`;

const moment = (state: string): Sql => {
  const of = (column: string): Sql => sql.ref(`${state}.${column}`);
  return sql`json_build_object('pipelineId', ${of('pipeline_id')}, 'stageId', ${of('stage_id')}, 'status', ${of('status')}, 'value', ${of('value')}::text, 'currency', ${of('currency')},
    'probability', ${of('probability')}, 'expectedCloseDate', ${of('expected_close_date')})`;
};

/** Deals of a pipeline of which a state began since, each with what it was and what it is. */
const changed = (pipelineId: string, since: string): Sql => sql`(
  select d.id, d.title, d.owner_id, d.team_id, now.valid_from as changed_at, now.currency, now.value, abs(coalesce(now.value, 0) - coalesce(was.value, 0)) as difference, ${kinds} as kinds,
    case when was.deal_id is not null then ${moment('was')} end as was, ${moment('now')} as "is"
  from (select distinct deal_id from deal_states where pipeline_id = ${pipelineId}::uuid and valid_from > ${since}::timestamptz) touched
  cross join lateral (select * from deal_states s where s.deal_id = touched.deal_id order by s.valid_from desc limit 1) now
  left join lateral (
    select * from (select * from deal_states s where s.deal_id = touched.deal_id and s.valid_from <= ${since}::timestamptz order by s.valid_from desc limit 1) then_state
    where then_state.pipeline_id = ${pipelineId}::uuid and not then_state.is_deleted) was on true
  join pipeline_stages is_at on is_at.id = now.stage_id
  left join pipeline_stages was_at on was_at.id = was.stage_id
  join deals d on d.id = touched.deal_id
  where now.pipeline_id = ${pipelineId}::uuid) d`;

const fields = { changedAt: field.timestamp('d.changed_at', { sort: true }) } satisfies Fields;
const columns: Record<keyof ChangedDealView, Sql> = {
  id: sql.ref('d.id'), title: sql.ref('d.title'), ownerId: sql.ref('d.owner_id'), kinds: sql.ref('d.kinds'), changedAt: sql.ref('d.changed_at'), was: sql.ref('d.was'), is: sql.ref('d.is'),
};

/** What became of a pipeline since a moment. */
@Injectable()
export class ChangesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly lists: RecordLists,
    private readonly pipelines: PipelinesQueries,
  ) {}

  async summary(actor: Actor, pipelineId: string, { since, ownerId }: ChangesQuery): Promise<PipelineChangesView> {
    const { id } = await this.pipelines.get(pipelineId);
    const rows = await this.reader.rows<Row>(sql`
      select kind, d.currency, count(*)::int as count, coalesce(sum(case when kind in ('value_up', 'value_down') then d.difference else d.value end), 0)::numeric(20,2)::text as value
      from ${changed(id, since)} cross join unnest(d.kinds) kind where ${sql.join([sql`true`, ...mine(actor, ownerId)], sql` and `)} group by 1, 2 order by 2`);
    const totals = (wanted: ChangeKind): ChangeTotal[] => rows.filter(({ kind }) => kind === wanted).map(({ kind: _, ...total }) => total);
    return { pipelineId: id, since: new Date(since).toISOString(), changes: CHANGE_KINDS.map((kind) => ({ kind, totals: totals(kind) })) };
  }

  async list(actor: Actor, pipelineId: string, { since, ownerId, kind = [...CHANGE_KINDS], limit = 25, cursor, count = 'none' }: ChangedDealQuery): Promise<Page<ChangedDealView>> {
    const { id } = await this.pipelines.get(pipelineId);
    const source: RecordSource = { resource: 'changed-deals', from: changed(id, since), id: sql.ref('d.id'), fields, columns, live: sql`d.kinds && ${[...kind]}::text[]` };
    return this.lists.page<ChangedDealView>(source, { where: mine(actor, ownerId), sort: parseSort(undefined, fields, ['-changedAt']), limit, count, context: contextOf(actor), ...(cursor && { cursor }) });
  }
}

const mine = (actor: Actor, ownerId: readonly string[] | undefined): Sql[] => [...visibleTo(actor, dealBelonging), ...(ownerId ? [sql`d.owner_id = any(${[...ownerId]}::uuid[])`] : [])];
