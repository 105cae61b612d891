import { defineEntity, p } from '@mikro-orm/core';
import { ConflictError } from '../../kernel/errors.js';
import { json, softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { ALL_LINKS, type LinkProperty } from '../../platform/records/index.js';
import { owned, User } from '../users/index.js';

export const ACTIVITY_TYPES = ['note', 'call', 'email', 'meeting', 'task', 'deadline', 'status_change'] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];
/** Types that clients can create. Kontor itself creates status changes. */
export const OWN_TYPES = [
  'note',
  'call',
  'email',
  'meeting',
  'task',
  'deadline',
] as const satisfies readonly ActivityType[];
export type OwnType = (typeof OWN_TYPES)[number];
/** Types that are allowed without a linked record. */
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

/** Plain ids, because a write of an activity never changes the linked record. */
const linkColumn = () => p.uuid().nullable();
const linkColumns = Object.fromEntries(ALL_LINKS.map(({ property }) => [property, linkColumn()])) as Record<
  LinkProperty,
  ReturnType<typeof linkColumn>
>;

const ActivitySchema = defineEntity({
  name: 'Activity',
  tableName: 'activities',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    type: p.enum(ACTIVITY_TYPES),
    subject: p.string().length(255).default(''),
    description: p.text().default(''),
    status: p.enum(ACTIVITY_STATUSES).default('pending'),
    priority: p.enum(PRIORITIES).default('medium'),
    dueAt: p.datetime(3).nullable(),
    completedAt: p.datetime(3).nullable(),
    durationMinutes: p.integer().nullable(),
    outcome: p.string().length(500).nullable(),
    location: p.string().length(255).nullable(),
    followUpOn: p.date().nullable(),
    followUpOfId: p.uuid().nullable(),
    reminderMinutes: p.integer().nullable(),
    ...linkColumns,
    ...owned,
    assignee: () => p.manyToOne(User).nullable(),
    oldStatus: p.string().length(50).nullable(),
    newStatus: p.string().length(50).nullable(),
    direction: p.enum(CALL_DIRECTIONS).nullable(),
    callResult: p.enum(CALL_RESULTS).nullable(),
    recordingUrl: p.string().length(500).nullable(),
    customFields: json<Record<string, unknown>>(),
  },
});

/** A note, call, e-mail, meeting, task, deadline or status change. */
export class Activity extends ActivitySchema.class {
  /** Status changes are part of the history and cannot be changed. */
  requireEditable(): void {
    if (this.type === 'status_change')
      throw new ConflictError(
        'activity-is-history',
        'A status change is part of the history and cannot be changed or deleted.',
      );
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

  /** Reopens completed and cancelled activities. Notes are always completed. */
  reopen(): void {
    this.requireEditable();
    if (this.type === 'note' || isOpen(this.status)) throw this.notAllowed('reopened');
    this.status = 'pending';
    this.completedAt = null;
  }

  /** Starts or pauses an open activity. */
  moveTo(status: OpenStatus): void {
    if (this.status === status) return;
    this.requireOpen(status);
    this.status = status;
  }

  remove(): void {
    this.requireEditable();
  }

  private requireOpen(target: string): void {
    this.requireEditable();
    if (!isOpen(this.status)) throw this.notAllowed(target);
  }

  private notAllowed(target: string): ConflictError {
    const allowed = isOpen(this.status) ? ['completed', 'cancelled'] : this.type === 'note' ? [] : ['reopened'];
    return new ConflictError(
      'activity-status-not-allowed',
      `A ${this.type} that is ${this.status} cannot be ${target}.`,
      { members: { current: this.status, allowed } },
    );
  }
}
ActivitySchema.setClass(Activity);
export { ActivitySchema };

export const isOpen = (status: ActivityStatus): boolean => (OPEN_STATUSES as readonly string[]).includes(status);

/** Not stored, because the value depends on the current time. */
export const isOverdue = (status: ActivityStatus, dueAt: string | null, now: Date): boolean =>
  isOpen(status) && dueAt !== null && Date.parse(dueAt) < now.getTime();
