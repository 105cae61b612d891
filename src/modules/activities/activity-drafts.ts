import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { invalidAt, NotFound } from '../../kernel/errors.js';
import { mergePatch } from '../../kernel/merge-patch.js';
import { LeadsQueries } from '../leads/index.js';
import { Users } from '../users/index.js';
import type { ActivityView, LeadActivityCreate } from './activities.dto.js';
import { ACTIVITY_COLUMNS } from './activities.fields.js';
import { isOverdue, type ActivityStatus, type ActivityType } from './activity.entity.js';

/** Whose time is where they took place: entered afterwards, they are done. */
const LOGGED: readonly ActivityType[] = ['call', 'email', 'meeting'];
/** Clocks differ a little. */
const TOLERANCE = 60_000;

/** Makes whole new activities of what was given: status, owner and times filled in. */
@Injectable()
export class ActivityDrafts {
  constructor(
    private readonly users: Users,
    private readonly leads: LeadsQueries,
  ) {}

  /** On a lead that the body names: one out of sight is a mistake in the body. */
  async onNamedLead(actor: Actor, leadId: string, input: LeadActivityCreate): Promise<ActivityView> {
    await this.leads.get(actor, leadId).catch((error: unknown) => {
      throw error instanceof NotFound ? invalidAt('#/leadId', 'unknown-lead', 'there is no lead with this id, or you may not see it') : error;
    });
    return this.make(actor, leadId, input);
  }

  /** On a lead that the path names: one out of sight is not found. */
  async onLead(actor: Actor, leadId: string, input: LeadActivityCreate): Promise<ActivityView> {
    await this.leads.get(actor, leadId);
    return this.make(actor, leadId, input);
  }

  private async make(actor: Actor, leadId: string, input: LeadActivityCreate): Promise<ActivityView> {
    requireCall(input.type, input);
    requireWords(input);
    const now = new Date();
    const start = beginning(input, now);
    const place = await this.users.requirePlace({ ownerId: ownerOf(actor, input), teamId: input.teamId }, 'activities:read', actor.userId);
    if (input.assigneeId && input.assigneeId !== actor.userId) await this.users.requireMaySee(input.assigneeId, 'activities:read', '#/assigneeId');
    const activity = { ...blank(input.type, leadId, now), ...given(input), ...start, ...place };
    return { ...activity, overdue: isOverdue(activity.status, activity.dueAt, now) };
  }
}

// What is added for a team is not one's own.
const ownerOf = (actor: Actor, { ownerId, teamId }: LeadActivityCreate): string | null => (ownerId === undefined ? (teamId ? null : actor.userId) : ownerId);

export function requireWords({ subject, description }: { subject?: string; description?: string }): void {
  if (subject?.trim() || description?.trim()) return;
  throw invalidAt('#/subject', 'required', 'an activity needs a subject or a description');
}

const CALL_FIELDS = ['direction', 'callResult', 'recordingUrl'] as const;

export function requireCall(type: ActivityType, input: Pick<LeadActivityCreate, (typeof CALL_FIELDS)[number]>): void {
  const stray = type === 'call' ? undefined : CALL_FIELDS.find((name) => input[name] !== undefined && input[name] !== null);
  if (stray) throw invalidAt(`#/${stray}`, 'only-for-calls', `a ${type} is no call`);
}

export const iso = (moment: string): string => new Date(moment).toISOString();

/** How far a new activity is, and when it was done. */
function beginning({ type, status, completedAt, dueAt }: LeadActivityCreate, now: Date): { status: ActivityStatus; completedAt: string | null } {
  if (type === 'note' && status && status !== 'completed') throw invalidAt('#/status', 'note-is-completed', 'a note is completed from the beginning');
  if (completedAt) {
    if (status && status !== 'completed') throw invalidAt('#/completedAt', 'not-completed', `what is ${status} was not completed`);
    if (Date.parse(completedAt) > now.getTime() + TOLERANCE) throw invalidAt('#/completedAt', 'in-future', 'this moment is still to come');
    return { status: 'completed', completedAt: iso(completedAt) };
  }
  const tookPlace = LOGGED.includes(type) && dueAt && Date.parse(dueAt) <= now.getTime() ? iso(dueAt) : undefined;
  const done = status === 'completed' || type === 'note' || (status === undefined && tookPlace !== undefined);
  return done ? { status: 'completed', completedAt: tookPlace ?? now.toISOString() } : { status: status ?? 'pending', completedAt: null };
}

function blank(type: ActivityType, leadId: string, now: Date): ActivityView {
  return {
    id: newId(), type, subject: '', description: '', status: 'pending', priority: 'medium', dueAt: null, overdue: false, completedAt: null, durationMinutes: null, outcome: null,
    location: null, followUpOn: null, leadId, ownerId: null, teamId: null, assigneeId: null, oldStatus: null, newStatus: null, direction: null, callResult: null, recordingUrl: null, customFields: {},
    createdAt: now.toISOString(), updatedAt: now.toISOString(), deletedAt: null, version: 1,
  };
}

function given(input: LeadActivityCreate): Partial<ActivityView> {
  const fields = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<ActivityView>;
  if (input.dueAt) fields.dueAt = iso(input.dueAt);
  if (input.customFields) fields.customFields = mergePatch({}, input.customFields);
  return fields;
}

/** The activity as a row of its table. */
export const activityRow = (activity: ActivityView): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ACTIVITY_COLUMNS).map(([name, column]) => [column, activity[name as keyof ActivityView]]));
