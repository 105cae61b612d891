import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import type { Page } from '../../../kernel/page.js';
import {
  field,
  keysetCondition,
  orderBy,
  parseSort,
  RecordLists,
  simpleFilter,
  keysetPageOf,
  type Fields,
  type ListRequest,
  type RecordSource,
} from '../../../platform/query/index.js';
import { ALL_LINKS, contextOf, type LinkName, type RecordResource } from '../../../platform/records/index.js';
import type { ActivityView } from '../activities.dto.js';
import { activityType } from '../activity.type.js';
import { LinkedRecords } from '../links/linked-records.js';
import { branchesOf, recordsOf, showsStageChanges, type TimelineOf } from './timeline-branches.js';
import {
  TIMELINE_KINDS,
  type CompanyTimelineQuery,
  type TimelineActor,
  type TimelineEntryView,
  type TimelineKind,
} from './timelines.dto.js';

const fields = {
  kind: field.choice('t.kind', TIMELINE_KINDS),
  occurredAt: field.timestamp('t.occurred_at', { sort: true }),
} satisfies Fields;

const ACTIVITY = Object.entries(activityType.source.columns);
const PERSON = sql`json_build_object('id', u.id, 'name', coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''),
  u.email))`;
const ACTOR = sql`case when u.id is not null then ${PERSON} when e.actor is not null
  then json_build_object('id', e.actor ->> 'userId', 'name', e.actor ->> 'name') end`;
const MOVED_FIELD = sql`case m.column_name ${sql.join(
  ALL_LINKS.map(({ column, property }) => sql`when ${sql.lit(column)} then ${sql.lit(property)}`),
  sql` `,
)} end`;
const NEWEST_FIRST = parseSort(['-occurredAt'], fields, []);

const timelineSource: Omit<RecordSource, 'resource' | 'from'> = {
  joins: sql`left join activities a on t.kind = 'activity' and a.id = t.id left join record_moves m on t.kind = 'move'
    and m.id = t.id left join users u on u.id = coalesce(a.owner_id, m.moved_by_id) left join events e
    on t.kind = 'event' and e.id = t.id`,
  id: sql.ref('t.id'),
  fields,
  columns: {
    id: sql.ref('t.id'),
    kind: sql.ref('t.kind'),
    type: sql`coalesce(a.type, e.type)`,
    occurredAt: sql.ref('t.occurred_at'),
    actor: ACTOR,
    resource: sql`coalesce(e.resource_type, m.resource)`,
    resourceId: sql`coalesce(e.resource_id, m.record_id)`,
    changedFields: sql`case when m.id is not null then jsonb_build_array(${MOVED_FIELD})
      else e.payload -> 'changedFields' end`,
    previous: sql`case when m.id is not null then jsonb_build_object(${MOVED_FIELD}, m.from_id)
      else e.payload -> 'previous' end`,
    ...Object.fromEntries(ACTIVITY.map(([name, column]) => [`activity.${name}`, column])),
  },
  live: sql`true`,
};

const timelineSourceWithStages: typeof timelineSource = {
  ...timelineSource,
  joins: sql`left join activities a on t.kind = 'activity' and a.id = t.id left join events e on t.kind = 'event'
    and e.id = t.id left join record_moves m on t.kind = 'move' and m.id = t.id
    left join (deal_stage_changes sc join pipeline_stages came on came.id = sc.to_stage_id left
      join pipeline_stages went on went.id = sc.from_stage_id) on t.kind = 'stage_change' and sc.id = t.id
    left join users u on u.id = coalesce(a.owner_id, sc.changed_by_id, m.moved_by_id)`,
  columns: {
    ...timelineSource.columns,
    type: sql`coalesce(a.type, e.type, case when sc.id is not null then 'stage_change' end)`,
    resource: sql`case when sc.id is not null then 'deals' else coalesce(e.resource_type, m.resource) end`,
    resourceId: sql`coalesce(sc.deal_id, e.resource_id, m.record_id)`,
    previous: sql`case when sc.id is not null then jsonb_build_object('stageId', sc.from_stage_id)
      else ${timelineSource.columns['previous'] as RawBuilder<unknown>} end`,
    from: sql`went.name`,
    to: sql`came.name`,
  },
};

/** Keyset condition, order and limit are in each branch, so that a page does not sort all entries of the record. */
function sourceOf(of: TimelineOf, request: ListRequest): RecordSource {
  const base = showsStageChanges(of) ? timelineSourceWithStages : timelineSource;
  const type = sql`coalesce(${base.columns['type'] as RawBuilder<unknown>}, case when m.to_id in ${recordsOf(of)}
    then 'joined' else 'left' end)`;
  const source = {
    ...base,
    columns: { ...base.columns, type },
    resource: `timeline ${of.name} ${of.id} ${of.related}`,
  };
  const { cursor, terms } = keysetPageOf({ ...source, from: sql`timeline t` }, request);
  const page = (at: RawBuilder<unknown>, id: RawBuilder<unknown>) => {
    const own = terms.map((term) => ({ ...term, expression: term.field === 'id' ? id : at }));
    return sql`${cursor ? sql`and ${keysetCondition(own, cursor.values)}` : sql``} ${orderBy(own)}
      limit ${sql.lit(request.limit + 1)}`;
  };
  return { ...source, from: sql`(${branchesOf(of, page)}) t` };
}

interface Row {
  readonly id: string;
  readonly kind: TimelineKind;
  readonly type: string;
  readonly occurredAt: string;
  readonly actor: TimelineActor | null;
  readonly resource: RecordResource | null;
  readonly resourceId: string | null;
  readonly changedFields: string[] | null;
  readonly previous: Record<string, unknown> | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly [activity: `activity.${string}`]: unknown;
}

/** Lists the activities and other changes of a record, newest first. */
@Injectable()
export class TimelinesQueries {
  constructor(
    private readonly lists: RecordLists,
    private readonly links: LinkedRecords,
  ) {}

  async list(
    actor: Actor,
    name: LinkName,
    id: string,
    { limit = 25, cursor, kind, related = true }: CompanyTimelineQuery,
  ): Promise<Page<TimelineEntryView>> {
    await this.links.require(actor, name, id);
    const filter = simpleFilter({ kind }, fields);
    const request: ListRequest = {
      where: [],
      limit,
      count: 'none',
      sort: NEWEST_FIRST,
      context: contextOf(actor),
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    };
    const { data, pageInfo } = await this.lists.page<Row>(
      sourceOf({ actor, name, id, related, kinds: kind ?? TIMELINE_KINDS }, request),
      request,
      { usesGenericPlan: true },
    );
    return { data: data.map(toEntry), pageInfo };
  }
}

const MOST = 500;

function toEntry(row: Row): TimelineEntryView {
  const { id, kind, type, occurredAt } = row;
  return { id, kind, type, occurredAt, ...(kind === 'activity' ? activityEntry(row) : changeEntry(row)) };
}

type EntryContent = Omit<TimelineEntryView, 'id' | 'kind' | 'type' | 'occurredAt'>;

function activityEntry(row: Row): EntryContent {
  const activity = Object.fromEntries(
    ACTIVITY.map(([name]) => [name, row[`activity.${name}`]]),
  ) as unknown as ActivityView;
  return {
    title: activity.subject || activity.description.slice(0, MOST),
    actor: row.actor,
    resource: null,
    resourceId: null,
    activity,
    changedFields: null,
    previous: null,
  };
}

function changeEntry(row: Row): EntryContent {
  const { kind, actor, resource, resourceId, previous } = row;
  const changedFields = kind === 'stage_change' ? ['stageId'] : (row.changedFields ?? []);
  return {
    title: titleOf(row, changedFields),
    actor,
    resource,
    resourceId,
    activity: null,
    changedFields,
    previous: previous ?? {},
  };
}

/** Titles by resource, for a record that joined and a record that left. */
const MOVED: Readonly<Record<string, readonly [string, string]>> = {
  contacts: ['Contact joined', 'Contact left'],
  deals: ['Deal joined', 'Deal left'],
  activities: ['Activity moved here', 'Activity moved away'],
};

/** Formats `lead.status_changed` as "Lead status changed". */
function titleOf({ kind, type, resource, from, to }: Row, changed: readonly string[]): string {
  if (kind === 'move') return MOVED[resource ?? '']?.[type === 'joined' ? 0 : 1] ?? type;
  if (kind === 'stage_change') return from ? `Stage changed from ${from} to ${to}` : `Deal started in ${to}`;
  const words = type.replace(/[._]/g, ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return (type.endsWith('.updated') && changed.length > 0 ? `${title}: ${changed.join(', ')}` : title).slice(0, MOST);
}
