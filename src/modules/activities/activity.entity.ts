import { defineEntity, p } from '@mikro-orm/core';
import { Conflict } from '../../kernel/errors.js';
import { softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { Team, User } from '../users/index.js';

export const ACTIVITY_TYPES = ['note', 'call', 'email', 'meeting', 'task', 'deadline', 'status_change'] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];
/** What people and programs may add; a status change is written by the change itself. */
export const OWN_TYPES = [
  'note',
  'call',
  'email',
  'meeting',
  'task',
  'deadline',
] as const satisfies readonly ActivityType[];
export type OwnType = (typeof OWN_TYPES)[number];
/** What somebody may have to do for themselves, on no record. Notes and e-mails are about something. */
export const PERSONAL_TYPES: readonly ActivityType[] = ['call', 'meeting', 'task', 'deadline'];

export const ACTIVITY_STATUSES = ['pending', 'in_progress', 'completed', 'cancelled'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];
export const OPEN_STATUSES = ['pending', 'in_progress'] as const satisfies readonly ActivityStatus[];
export type OpenStatus = (typeof OPEN_STATUSES)[number];

export const PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Priority = (typeof PRIORITIES)[number];
export const CALL_DIRECTIONS = ['inbound', 'outbound'] as const;
export type CallDirection = (typeof CALL_DIRECTIONS)[number];
export const CALL_RESULTS = ['answered', 'missed', 'voicemail'] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

const ActivitySchema = defineEntity({
  name: 'Activity',
  tableName: 'activities',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    type: p.string().$type<ActivityType>(),
    subject: p.string().length(255).default(''),
    description: p.text().default(''),
    status: p.string().$type<ActivityStatus>().default('pending'),
    priority: p.string().$type<Priority>().default('medium'),
    dueAt: p.datetime(3).nullable(),
    completedAt: p.datetime(3).nullable(),
    durationMinutes: p.integer().nullable(),
    outcome: p.string().length(500).nullable(),
    location: p.string().length(255).nullable(),
    followUpOn: p.date().nullable(),
    reminderMinutes: p.integer().nullable(),
    // Ids alone: what is written with an activity is never the record that it is on.
    leadId: p.uuid().nullable(),
    companyId: p.uuid().nullable(),
    contactId: p.uuid().nullable(),
    dealId: p.uuid().nullable(),
    owner: () => p.manyToOne(User).nullable(),
    team: () => p.manyToOne(Team).nullable(),
    assignee: () => p.manyToOne(User).nullable(),
    oldStatus: p.string().length(50).nullable(),
    newStatus: p.string().length(50).nullable(),
    direction: p.string().$type<CallDirection>().nullable(),
    callResult: p.string().$type<CallResult>().nullable(),
    recordingUrl: p.string().length(500).nullable(),
    customFields: p.json<Record<string, unknown>>(),
  },
});

/** Something that was done, or is to be done, on a lead, a company, a contact or a deal, or on several of them. */
export class Activity extends ActivitySchema.class {
  /** History is not rewritten: what the lifecycle wrote stays as it is. */
  requireEditable(): void {
    if (this.type === 'status_change')
      throw new Conflict('activity-is-history', 'A status change is history: it is neither changed nor deleted.');
  }

  complete(now = new Date()): void {
    this.requireOpen('completed');
    this.status = 'completed';
    this.completedAt = now;
  }

  cancel(): void {
    this.requireOpen('cancelled');
    this.status = 'cancelled';
  }

  /** Back among what is to be done, also after it was cancelled. A note was never anything but done. */
  reopen(): void {
    this.requireEditable();
    if (this.type === 'note' || isOpen(this.status)) throw this.notAllowed('reopened');
    this.status = 'pending';
    this.completedAt = null;
  }

  /** Takes it up, or lays it aside; only what is open. */
  moveTo(status: OpenStatus): void {
    if (this.status === status) return;
    this.requireOpen(status);
    this.status = status;
  }

  remove(now = new Date()): void {
    this.requireEditable();
    if (this.deletedAt) throw new Conflict('activity-deleted', 'The activity is deleted already.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt) throw new Conflict('activity-not-deleted', 'The activity is not deleted.');
    this.deletedAt = null;
  }

  private requireOpen(wanted: string): void {
    this.requireEditable();
    if (!isOpen(this.status)) throw this.notAllowed(wanted);
  }

  private notAllowed(wanted: string): Conflict {
    const allowed = isOpen(this.status) ? ['completed', 'cancelled'] : this.type === 'note' ? [] : ['reopened'];
    return new Conflict('activity-status-not-allowed', `A ${this.type} that is ${this.status} cannot be ${wanted}.`, {
      members: { current: this.status, allowed },
    });
  }
}
ActivitySchema.setClass(Activity);
export { ActivitySchema };

export const isOpen = (status: ActivityStatus): boolean => (OPEN_STATUSES as readonly string[]).includes(status);

/** Never stored: it becomes true by itself. */
export const isOverdue = (status: ActivityStatus, dueAt: string | null, now: Date): boolean =>
  isOpen(status) && dueAt !== null && Date.parse(dueAt) < now.getTime();
