import { defineEntity, p } from '@mikro-orm/core';
import { softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { Conflict } from '../../kernel/errors.js';
import { Lead } from '../leads/index.js';
import { User } from '../users/index.js';

/** What people add; the history of a status writes itself. */
export const OWN_TYPES = ['note', 'call', 'email', 'meeting', 'task', 'deadline'] as const;
export const ACTIVITY_TYPES = [...OWN_TYPES, 'status_change'] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

export const ACTIVITY_STATUSES = ['pending', 'in_progress', 'completed', 'cancelled'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

export const PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const CALL_DIRECTIONS = ['inbound', 'outbound'] as const;
export const CALL_RESULTS = ['answered', 'missed', 'voicemail'] as const;

const ActivitySchema = defineEntity({
  name: 'Activity',
  tableName: 'activities',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    type: p.string().length(50).$type<ActivityType>(),
    subject: p.string().length(255),
    description: p.text(),
    status: p.string().length(20).$type<ActivityStatus>(),
    priority: p.string().length(20).$type<Priority>(),
    dueAt: p.datetime(3).nullable(),
    completedAt: p.datetime(3).nullable(),
    durationMinutes: p.integer().nullable(),
    outcome: p.string().length(500).nullable(),
    location: p.string().length(255).nullable(),
    followUpOn: p.date().nullable(),
    lead: () => p.manyToOne(Lead).nullable(),
    owner: () => p.manyToOne(User).nullable(),
    assignee: () => p.manyToOne(User).nullable(),
    oldStatus: p.string().length(50).nullable(),
    newStatus: p.string().length(50).nullable(),
    direction: p.string().length(10).nullable(),
    callResult: p.string().length(20).nullable(),
    recordingUrl: p.string().length(500).nullable(),
    customFields: p.json<Record<string, unknown>>(),
  },
});

const OPEN: readonly ActivityStatus[] = ['pending', 'in_progress'];

/** Something that was done, or is to be done. */
export class Activity extends ActivitySchema.class {
  /** History is written with the change that it tells of, and stays as it is. */
  requireOwn(): void {
    if (this.type === 'status_change') throw new Conflict('activity-is-history', 'A status change is history: it can be neither edited nor deleted.');
  }

  complete(now = new Date()): void {
    this.requireStatus(OPEN, 'completed');
    this.status = 'completed';
    this.completedAt = now;
  }

  cancel(): void {
    this.requireStatus(OPEN, 'cancelled');
    this.status = 'cancelled';
  }

  reopen(): void {
    this.requireStatus(['completed', 'cancelled'], 'reopened');
    this.status = 'pending';
    this.completedAt = null;
  }

  remove(now = new Date()): void {
    this.requireOwn();
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt) throw new Conflict('activity-not-deleted', 'The activity is not deleted.');
    this.deletedAt = null;
  }

  private requireStatus(allowed: readonly ActivityStatus[], wanted: string): void {
    this.requireOwn();
    if (!allowed.includes(this.status)) throw new Conflict('activity-status-not-allowed', `An activity that is ${this.status} cannot be ${wanted}.`, { members: { current: this.status, allowed } });
  }
}
ActivitySchema.setClass(Activity);
export { ActivitySchema };
