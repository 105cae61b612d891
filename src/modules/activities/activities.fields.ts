import { sql, type RawBuilder } from 'kysely';
import {
  compileFilter,
  defineRecordFields,
  field,
  type Fields,
  type Filter,
  type FilterContext,
} from '../../platform/query/index.js';
import { LEAD_STATUSES } from '../leads/index.js';
import type { ActivityIncludes, ActivityView } from './activities.dto.js';
import { ACTIVITY_STATUSES, ACTIVITY_TYPES, CALL_DIRECTIONS, CALL_RESULTS, PRIORITIES } from './activity.entity.js';

/** Columns that are stored and shown under the same meaning: public name to column. */
export const ACTIVITY_COLUMNS = {
  id: 'id',
  type: 'type',
  subject: 'subject',
  description: 'description',
  status: 'status',
  priority: 'priority',
  dueAt: 'due_at',
  completedAt: 'completed_at',
  durationMinutes: 'duration_minutes',
  outcome: 'outcome',
  location: 'location',
  followUpOn: 'follow_up_on',
  followUpOfId: 'follow_up_of_id',
  reminderMinutes: 'reminder_minutes',
  leadId: 'lead_id',
  companyId: 'company_id',
  contactId: 'contact_id',
  dealId: 'deal_id',
  ownerId: 'owner_id',
  teamId: 'team_id',
  assigneeId: 'assignee_id',
  oldStatus: 'old_status',
  newStatus: 'new_status',
  direction: 'direction',
  callResult: 'call_result',
  recordingUrl: 'recording_url',
  customFields: 'custom_fields',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
  version: 'version',
} as const satisfies Record<keyof Omit<ActivityView, 'overdue' | keyof ActivityIncludes>, string>;

/** As in the partial index of what is open, so that it serves. */
const isOverdueNow = sql`a.status in ('pending', 'in_progress') and a.due_at < now()`;
const overdue = sql`coalesce(${isOverdueNow}, false)`;

/** As in its index; what has no time comes last. */
export const dueAtOrLast = sql`coalesce(a.due_at, '9999-12-31T00:00:00Z'::timestamptz)`;

const stored = Object.fromEntries(
  Object.entries(ACTIVITY_COLUMNS).map(([name, column]) => [name, sql.ref(`a.${column}`)]),
) as Record<keyof typeof ACTIVITY_COLUMNS, RawBuilder<unknown>>;

/** What an activity's view is selected from: every property has its expression, or this does not compile. */
export const activityColumns: Record<keyof Omit<ActivityView, keyof ActivityIncludes>, RawBuilder<unknown>> = {
  ...stored,
  overdue,
};

/** What may be filtered, sorted and counted by, by public name. */
export const activityFields = {
  id: field.uuid('a.id'),
  type: field.choice('a.type', ACTIVITY_TYPES, { facet: true }),
  subject: field.text('a.subject'),
  status: field.choice('a.status', ACTIVITY_STATUSES, { facet: true }),
  priority: field.choice('a.priority', PRIORITIES, { facet: true }),
  dueAt: field.timestamp('a.due_at', { nullable: true, sort: { expression: dueAtOrLast } }),
  overdue: field.boolean(overdue, { facet: true, whenTrue: isOverdueNow }),
  completedAt: field.timestamp('a.completed_at', { nullable: true }),
  durationMinutes: field.integer('a.duration_minutes', { nullable: true }),
  outcome: field.text('a.outcome', { nullable: true }),
  location: field.text('a.location', { nullable: true }),
  followUpOn: field.day('a.follow_up_on', { nullable: true }),
  followUpOfId: field.uuid('a.follow_up_of_id', { nullable: true }),
  reminderMinutes: field.integer('a.reminder_minutes', { nullable: true }),
  leadId: field.uuid('a.lead_id', { nullable: true }),
  companyId: field.uuid('a.company_id', { nullable: true }),
  contactId: field.uuid('a.contact_id', { nullable: true }),
  dealId: field.uuid('a.deal_id', { nullable: true }),
  'lead.status': field.choice('l.status', LEAD_STATUSES, { nullable: true }),
  'lead.ownerId': field.uuid('l.owner_id', { nullable: true, user: true }),
  ownerId: field.uuid('a.owner_id', { nullable: true, facet: true, user: true }),
  teamId: field.uuid('a.team_id', { nullable: true, facet: true, team: true }),
  assigneeId: field.uuid('a.assignee_id', { nullable: true, facet: true, user: true }),
  oldStatus: field.text('a.old_status', { nullable: true }),
  newStatus: field.text('a.new_status', { nullable: true }),
  direction: field.choice('a.direction', CALL_DIRECTIONS, { nullable: true, facet: true }),
  callResult: field.choice('a.call_result', CALL_RESULTS, { nullable: true, facet: true }),
  custom: field.json('a.custom_fields', { property: 'customFields' }),
  createdAt: field.timestamp('a.created_at', { sort: true }),
  updatedAt: field.timestamp('a.updated_at'),
} satisfies Fields;
defineRecordFields('activities', activityFields);

const indexed = { dueAt: field.timestamp(dueAtOrLast) } satisfies Fields;
const ORDER: readonly string[] = ['lt', 'lte', 'gt', 'gte'];

/**
 * What must hold for every record besides, said in the expressions that indexes are made of: a derived `overdue` and a
 * bare `due_at` find none. It follows from the filter, so that nothing is lost by it.
 */
export function inWordsOfIndexes(filter: Filter | undefined, context: FilterContext): RawBuilder<unknown>[] {
  if (!filter) return [];
  if ('and' in filter) return filter.and.flatMap((part) => inWordsOfIndexes(part, context));
  if (!('field' in filter)) return [];
  if (filter.field === 'overdue' && filter.op === 'eq' && filter.value === true) return [isOverdueNow];
  return filter.field === 'dueAt' && ORDER.includes(filter.op) ? [compileFilter(filter, indexed, context)] : [];
}
