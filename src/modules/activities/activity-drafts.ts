import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { invalidAt } from '../../kernel/errors.js';
import { CustomFields } from '../../platform/records/index.js';
import { Users } from '../users/index.js';
import type { ActivityCreate, ActivityView } from './activities.dto.js';
import { ACTIVITY_COLUMNS } from './activities.fields.js';
import { isOverdue, PERSONAL_TYPES, type ActivityStatus, type ActivityType } from './activity.entity.js';
import { LINKS, type LinkName, type LinkProperty, type Links } from './links/activity-links.js';
import { LinkedRecords } from './links/linked-records.js';

/** Whose time is where they took place: entered afterwards, they are done. */
const LOGGED: readonly ActivityType[] = ['call', 'email', 'meeting'];
/** Clocks differ a little. */
const TOLERANCE = 60_000;
const REMINDER_MINUTES = 60;

/** What is added to the record of the path, and to others that it names. */
export type NewOnRecord = Omit<ActivityCreate, LinkProperty> & Partial<Links>;

/** Makes whole new activities of what was given: status, owner and times filled in. */
@Injectable()
export class ActivityDrafts {
  constructor(
    private readonly users: Users,
    private readonly links: LinkedRecords,
    private readonly customFields: CustomFields,
  ) {}

  /** On the record that the path names: one out of sight is not found. */
  async onRecord(actor: Actor, name: LinkName, id: string, input: NewOnRecord): Promise<ActivityView> {
    await this.links.require(actor, name, id);
    const { property } = LINKS[name];
    return this.make(actor, { ...input, [property]: id }, property);
  }

  /** On the records that the body names: one out of sight is a mistake in the body. */
  async make(actor: Actor, input: ActivityCreate, trusted?: LinkProperty): Promise<ActivityView> {
    await this.links.requireNamed(actor, linksOf(input), trusted && { [trusted]: input[trusted] ?? null });
    requireCall(input.type, input);
    requireWords(input);
    const now = new Date();
    const start = beginning(input, now);
    const place = await this.users.requirePlace(
      { ownerId: ownerOf(actor, input), teamId: input.teamId },
      'activities:read',
      actor.userId,
    );
    if (input.assigneeId && input.assigneeId !== actor.userId)
      await this.users.requireMaySee(input.assigneeId, 'activities:read', '#/assigneeId');
    const customFields = await this.customFields.accept('activities', input.customFields);
    const activity = { ...blank(input.type, now), ...given(input), ...start, ...place, customFields };
    requireRecord(activity, activity.ownerId ?? activity.assigneeId ?? activity.teamId);
    return { ...activity, overdue: isOverdue(activity.status, activity.dueAt, now) };
  }
}

const linksOf = ({ leadId = null, companyId = null, contactId = null, dealId = null }: Partial<Links>): Links => ({
  leadId,
  companyId,
  contactId,
  dealId,
});

/** What is on no record must be something that a person has to do, and somebody must have to do it. */
export function requireRecord(activity: Partial<Links> & Pick<ActivityView, 'type'>, somebody: unknown): void {
  if (Object.values(linksOf(activity)).some((id) => id !== null)) return;
  if (!PERSONAL_TYPES.includes(activity.type))
    throw invalidAt('#/leadId', 'record-missing', `a ${activity.type} is on a lead, a company, a contact or a deal`);
  if (!somebody) throw invalidAt('#/ownerId', 'required', 'what is on no record belongs to somebody');
}

// What is added for a team is not one's own.
const ownerOf = (actor: Actor, { ownerId, teamId }: ActivityCreate): string | null =>
  ownerId === undefined ? (teamId ? null : actor.userId) : ownerId;

export function requireWords({ subject, description }: { subject?: string; description?: string }): void {
  if (subject?.trim() || description?.trim()) return;
  throw invalidAt('#/subject', 'required', 'an activity needs a subject or a description');
}

const CALL_FIELDS = ['direction', 'callResult', 'recordingUrl'] as const;

export function requireCall(type: ActivityType, input: Pick<ActivityCreate, (typeof CALL_FIELDS)[number]>): void {
  const stray =
    type === 'call' ? undefined : CALL_FIELDS.find((name) => input[name] !== undefined && input[name] !== null);
  if (stray) throw invalidAt(`#/${stray}`, 'only-for-calls', `a ${type} is no call`);
}

export const iso = (moment: string): string => new Date(moment).toISOString();

/** How far a new activity is, and when it was done. */
function beginning(
  { type, status, completedAt, dueAt }: ActivityCreate,
  now: Date,
): { status: ActivityStatus; completedAt: string | null } {
  if (type === 'note' && status && status !== 'completed')
    throw invalidAt('#/status', 'note-is-completed', 'a note is completed from the beginning');
  if (completedAt) {
    if (status && status !== 'completed')
      throw invalidAt('#/completedAt', 'not-completed', `what is ${status} was not completed`);
    if (Date.parse(completedAt) > now.getTime() + TOLERANCE)
      throw invalidAt('#/completedAt', 'in-future', 'this moment is still to come');
    return { status: 'completed', completedAt: iso(completedAt) };
  }
  const tookPlace = LOGGED.includes(type) && dueAt && Date.parse(dueAt) <= now.getTime() ? iso(dueAt) : undefined;
  const done = status === 'completed' || type === 'note' || (status === undefined && tookPlace !== undefined);
  return done
    ? { status: 'completed', completedAt: tookPlace ?? now.toISOString() }
    : { status: status ?? 'pending', completedAt: null };
}

export function blank(type: ActivityType, now: Date): ActivityView {
  return {
    id: newId(),
    type,
    subject: '',
    description: '',
    status: 'pending',
    priority: 'medium',
    dueAt: null,
    overdue: false,
    completedAt: null,
    durationMinutes: null,
    outcome: null,
    location: null,
    followUpOn: null,
    followUpOfId: null,
    reminderMinutes: REMINDER_MINUTES,
    leadId: null,
    companyId: null,
    contactId: null,
    dealId: null,
    ownerId: null,
    teamId: null,
    assigneeId: null,
    oldStatus: null,
    newStatus: null,
    direction: null,
    callResult: null,
    recordingUrl: null,
    customFields: {},
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    deletedAt: null,
    version: 1,
  };
}

function given(input: ActivityCreate): Partial<ActivityView> {
  const fields = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<ActivityView>;
  if (input.dueAt) fields.dueAt = iso(input.dueAt);
  return fields;
}

/** The activity as a row of its table. */
export const activityRow = (activity: ActivityView): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(ACTIVITY_COLUMNS).map(([name, column]) => [column, activity[name as keyof ActivityView]]),
  );
