import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt } from '../../../kernel/errors.js';
import {
  defaultsFrom,
  linkIdsOf,
  LINKS,
  RecordFactory,
  RecordReferences,
  type LinkIds,
  type LinkName,
  type LinkProperty,
} from '../../../platform/records/index.js';
import { Users } from '../../users/index.js';
import type { ActivityCreate, ActivityView } from '../activities.dto.js';
import { isOverdue, PERSONAL_TYPES, type ActivityStatus, type ActivityType } from '../activity.entity.js';
import { activityType } from '../activity.type.js';
import { LinkedRecords } from '../links/linked-records.js';

/** Types that are completed on creation if their time is in the past. */
const LOGGED: readonly ActivityType[] = ['call', 'email', 'meeting'];
/** Allowed clock difference in milliseconds. */
const TOLERANCE = 60_000;
const REMINDER_MINUTES = 60;

/** Input for a new activity on the record of the path. The input can name other records too. */
export type NewOnRecord = Omit<ActivityCreate, LinkProperty> & Partial<LinkIds>;

/** Builds new activities, and fills in status, owner and times. */
@Injectable()
export class ActivityFactory {
  constructor(
    private readonly users: Users,
    private readonly links: LinkedRecords,
    private readonly references: RecordReferences,
    private readonly factory: RecordFactory,
  ) {}

  /** For a record in the path: throws `NotFoundError` if the record is not visible. */
  async onRecord(actor: Actor, name: LinkName, id: string, input: NewOnRecord): Promise<ActivityView> {
    await this.links.require(actor, name, id);
    const { property } = LINKS[name];
    return this.create(actor, { ...input, [property]: id }, property);
  }

  /** For records in the body: throws a validation error if a record is not visible. */
  async create(actor: Actor, input: ActivityCreate, trusted?: LinkProperty): Promise<ActivityView> {
    await this.references.require('activities', actor, input, trusted && { [trusted]: input[trusted]?.toLowerCase() });
    requireCall(input.type, input);
    requireWords(input);
    requireDueDate(input.reminderMinutes, input.dueAt);
    const now = new Date();
    const start = beginning(input, now);
    if (input.assigneeId && input.assigneeId !== actor.userId)
      await this.users.requireCanSee(input.assigneeId, 'activities:read', '#/assigneeId');
    const created = await this.factory.create(activityType, actor, { ...input, ownerId: ownerOf(actor, input) });
    const activity = { ...created, ...defaults(input), ...start };
    requireRecord(activity, activity.ownerId ?? activity.assigneeId ?? activity.teamId);
    return { ...activity, overdue: isOverdue(activity.status, activity.dueAt, now) };
  }
}

/** An activity without a linked record needs a personal type, and an owner, assignee or team. */
export function requireRecord(activity: Partial<LinkIds> & Pick<ActivityView, 'type'>, somebody: unknown): void {
  if (Object.values(linkIdsOf(activity)).some((id) => id !== null)) return;
  if (!PERSONAL_TYPES.includes(activity.type))
    throw invalidAt('#/leadId', 'record-missing', `a ${activity.type} needs a lead, company, contact or deal`);
  if (!somebody)
    throw invalidAt('#/ownerId', 'required', 'an activity without a record needs an owner, assignee or team');
}

// An activity for a team has no owner by default.
const ownerOf = (actor: Actor, { ownerId, teamId }: ActivityCreate): string | null =>
  ownerId === undefined ? (teamId ? null : actor.userId) : ownerId;

export function requireWords({ subject, description }: { subject?: string; description?: string }): void {
  if (subject?.trim() || description?.trim()) return;
  throw invalidAt('#/subject', 'required', 'an activity needs a subject or a description');
}

/** A reminder needs a due time. */
export function requireDueDate(reminderMinutes: number | null | undefined, dueAt: unknown): void {
  if (typeof reminderMinutes === 'number' && !dueAt)
    throw invalidAt('#/reminderMinutes', 'needs-due-date', 'a reminder needs dueAt');
}

const CALL_FIELDS = ['direction', 'callResult', 'recordingUrl'] as const;

export function requireCall(type: ActivityType, input: Pick<ActivityCreate, (typeof CALL_FIELDS)[number]>): void {
  const stray =
    type === 'call' ? undefined : CALL_FIELDS.find((name) => input[name] !== undefined && input[name] !== null);
  if (stray) throw invalidAt(`#/${stray}`, 'only-for-calls', `a ${type} is not a call`);
}

export const iso = (moment: string): string => new Date(moment).toISOString();

/** Returns the status and the completion time of a new activity. */
function beginning(
  { type, status, completedAt, dueAt }: ActivityCreate,
  now: Date,
): { status: ActivityStatus; completedAt: string | null } {
  if (type === 'note' && status && status !== 'completed')
    throw invalidAt('#/status', 'note-is-completed', 'a note is always completed');
  if (completedAt) {
    if (status && status !== 'completed')
      throw invalidAt('#/completedAt', 'not-completed', `an activity that is ${status} has no completion time`);
    if (Date.parse(completedAt) > now.getTime() + TOLERANCE)
      throw invalidAt('#/completedAt', 'in-future', 'must not be in the future');
    return { status: 'completed', completedAt: iso(completedAt) };
  }
  const tookPlace = LOGGED.includes(type) && dueAt && Date.parse(dueAt) <= now.getTime() ? iso(dueAt) : undefined;
  const done = status === 'completed' || type === 'note' || (status === undefined && tookPlace !== undefined);
  return done
    ? { status: 'completed', completedAt: tookPlace ?? now.toISOString() }
    : { status: status ?? 'pending', completedAt: null };
}

/** Values that the factory of all record types does not set. */
function defaults({
  assigneeId = null,
  reminderMinutes = REMINDER_MINUTES,
}: ActivityCreate): Pick<ActivityView, 'assigneeId' | 'reminderMinutes'> {
  return { assigneeId, reminderMinutes };
}

/** Returns an open task without content. */
export const emptyTask = (): ActivityView => ({
  ...(defaultsFrom(activityType.properties) as unknown as ActivityView),
  type: 'task',
  overdue: false,
  reminderMinutes: REMINDER_MINUTES,
});
