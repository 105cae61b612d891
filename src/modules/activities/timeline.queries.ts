import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import { field, parseSort, RecordLists, type RecordSource } from '../../platform/query/index.js';
import { LeadsQueries } from '../leads/index.js';
import { ActivitiesQueries } from './activities.queries.js';
import type { ActivityView } from './activities.dto.js';
import type { TimelineActor, TimelineEntryView, TimelineQuery } from './activity-lists.dto.js';

const timelineFields = { occurredAt: field.timestamp('t.occurred_at', { sort: true }) };

interface Row {
  readonly id: string;
  readonly kind: 'activity' | 'event';
  readonly type: string;
  readonly occurredAt: string;
  readonly actor: TimelineActor | null;
  readonly changedFields: string[] | null;
  readonly previous: Record<string, unknown> | null;
}

/** What became an activity is not told twice. */
const TOLD_AS_ACTIVITY = sql`('lead.created', 'lead.status_changed')`;

const sourceOf = (leadId: string): RecordSource => ({
  resource: 'timeline',
  from: sql`(
    select a.id, 'activity' as kind, a.type, a.created_at as occurred_at, a.owner_id, null::jsonb as actor, null::jsonb as payload
    from activities a where a.lead_id = ${leadId}::uuid and a.deleted_at is null
    union all
    select e.id, 'event', e.type, e.occurred_at, null, e.actor, e.payload
    from events e where e.resource_id = ${leadId}::uuid and e.type not in ${TOLD_AS_ACTIVITY}) t left join users u on u.id = t.owner_id`,
  id: sql.ref('t.id'),
  fields: timelineFields,
  columns: {
    id: sql.ref('t.id'), kind: sql.ref('t.kind'), type: sql.ref('t.type'), occurredAt: sql.ref('t.occurred_at'),
    actor: sql`case when u.id is not null then json_build_object('id', u.id, 'name', coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email))
      when t.actor is not null then json_build_object('id', t.actor->>'userId', 'name', t.actor->>'name') end`,
    changedFields: sql`t.payload->'changedFields'`, previous: sql`t.payload->'previous'`,
  },
  live: sql`true`,
});

/** A lead's story, newest first: what was done on it, and what happened to it. */
@Injectable()
export class TimelineQueries {
  constructor(
    private readonly lists: RecordLists,
    private readonly leads: LeadsQueries,
    private readonly activities: ActivitiesQueries,
  ) {}

  async ofLead(actor: Actor, leadId: string, { limit = 25, cursor }: TimelineQuery): Promise<Page<TimelineEntryView>> {
    await this.leads.get(actor, leadId);
    const request = { limit, where: [], sort: parseSort(undefined, timelineFields, ['-occurredAt']), count: 'none' as const, context: { userId: actor.userId, now: new Date() }, ...(cursor && { cursor }) };
    const { data, pageInfo } = await this.lists.page<Row>(sourceOf(leadId), request);
    const activities = await this.activities.byIds(data.filter(({ kind }) => kind === 'activity').map(({ id }) => id));
    return { data: data.map((row) => entryOf(row, activities.get(row.id) ?? null)), pageInfo };
  }
}

function entryOf({ id, kind, type, occurredAt, actor, changedFields, previous }: Row, activity: ActivityView | null): TimelineEntryView {
  return { id, kind, type, occurredAt, title: activity ? titleOf(activity) : titleOfEvent(type, changedFields ?? []), actor, activity, changedFields: activity ? null : changedFields, previous: activity ? null : previous };
}

const titleOf = ({ subject, type }: ActivityView): string => subject || `${type.charAt(0).toUpperCase()}${type.slice(1).replace('_', ' ')}`;

function titleOfEvent(type: string, changedFields: readonly string[]): string {
  const what = type.replace(/^(\w)(\w*)\.(\w+)$/, (_, first: string, rest: string, verb: string) => `${first.toUpperCase()}${rest} ${verb.replaceAll('_', ' ')}`);
  return type === 'lead.updated' && changedFields.length > 0 ? `${what}: ${changedFields.join(', ')}`.slice(0, 500) : what;
}
