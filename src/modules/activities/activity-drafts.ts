import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { invalidAt } from '../../kernel/errors.js';
import { Users } from '../users/index.js';
import type { ActivityCreate, ActivityView, LeadActivityCreate } from './activities.dto.js';
import { ACTIVITY_COLUMNS } from './activities.fields.js';
import type { ActivityType } from './activity.entity.js';

/** Fields that only a call has. */
const OF_CALLS = ['direction', 'callResult', 'recordingUrl'] as const;

/** Makes whole activities of what was given. */
@Injectable()
export class ActivityDrafts {
  constructor(private readonly users: Users) {}

  async make(actor: Actor, input: ActivityCreate): Promise<ActivityView> {
    requireFitting(input.type, input);
    if (input.assigneeId && input.assigneeId !== actor.userId) await this.users.requireActive(input.assigneeId, '#/assigneeId');
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<ActivityView>;
    const blankOne = blank(input.type);
    const completedAt = input.completedAt ? inUtc(input.completedAt) : input.type === 'note' ? blankOne.createdAt : null;
    const activity = { ...blankOne, ...given, ownerId: actor.userId, dueAt: input.dueAt ? inUtc(input.dueAt) : null, completedAt, status: completedAt ? ('completed' as const) : ('pending' as const) };
    return { ...activity, overdue: activity.status === 'pending' && activity.dueAt !== null && activity.dueAt < blankOne.createdAt };
  }
}

const inUtc = (moment: string): string => new Date(moment).toISOString();

/** A note has no time at which it is to be done, and only calls have a direction. */
export function requireFitting(type: ActivityType, fields: Partial<LeadActivityCreate>): void {
  const stray = type === 'call' ? undefined : OF_CALLS.find((field) => fields[field] !== undefined && fields[field] !== null);
  if (stray) throw invalidAt(`#/${stray}`, 'only-for-calls', `${stray} is for calls`);
}

function blank(type: ActivityType): ActivityView {
  const now = new Date().toISOString();
  return {
    id: newId(), type, subject: '', description: '', status: 'pending', overdue: false, priority: 'medium', dueAt: null, completedAt: null, durationMinutes: null, outcome: null, location: null,
    followUpOn: null, leadId: null, ownerId: null, assigneeId: null, oldStatus: null, newStatus: null, direction: null, callResult: null, recordingUrl: null, customFields: {},
    createdAt: now, updatedAt: now, deletedAt: null, version: 1,
  };
}

/** The activity as a row of its table. */
export const activityRow = (activity: ActivityView): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ACTIVITY_COLUMNS).map(([name, column]) => [column, activity[name as keyof ActivityView]]));
