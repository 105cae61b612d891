import { sql } from 'kysely';
import { field, orderedBy } from '../../platform/query/index.js';
import { ALL_LINKS, defineRecordType } from '../../platform/records/index.js';
import { LEAD_STATUSES } from '../leads/index.js';
import type { ActivityView } from './activities.dto.js';
import { activityEvents } from './activities.events.js';
import { dueAtOrLast, overdue } from './activities.fields.js';
import { Activity, ActivitySchema } from './activity.entity.js';
import { activitiesFrom, hasActiveRecord } from './links/activity-links.js';

export const activityType = defineRecordType<ActivityView, Activity>('activities', {
  entity: Activity,
  schema: ActivitySchema,
  alias: 'a',
  title: 'subject',
  events: activityEvents,
  from: activitiesFrom,
  live: sql`a.deleted_at is null and ${hasActiveRecord}`,
  deleted: sql`a.deleted_at is not null and ${hasActiveRecord}`,
  isSearched: false,
  hasOwnVisibility: true,
  computed: { overdue },
  fields: {
    ...Object.fromEntries(ALL_LINKS.map(({ property }) => [property, { indexed: true as const }])),
    followUpOfId: { indexed: true },
    type: { facet: true },
    status: { facet: true },
    priority: { facet: true },
    dueAt: orderedBy(dueAtOrLast),
    overdue: field.boolean(overdue, { facet: true, whenTrue: overdue }),
    'lead.status': field.choice('lead_ref.status', LEAD_STATUSES, { nullable: true }),
    'lead.ownerId': field.uuid('lead_ref.owner_id', { nullable: true, user: true }),
    assigneeId: { facet: true, user: true },
    direction: { facet: true },
    callResult: { facet: true },
    recordingUrl: false,
    updatedAt: { sort: false },
  },
});
