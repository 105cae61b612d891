import { OmitType, PartialType } from '@nestjs/swagger';
import { Choice, Day, Flag, FreeObject, Id, Integer, Nested, Nullable, Optional, Text, Timestamp, WebAddress } from '../../kernel/fields.js';
import {
  ACTIVITY_STATUSES, ACTIVITY_TYPES, CALL_DIRECTIONS, CALL_RESULTS, OWN_TYPES, PRIORITIES, type ActivityStatus, type ActivityType, type Priority,
} from './activity.entity.js';

/** What an activity on a known lead is made from. */
export class LeadActivityCreate {
  /**
   * What kind of activity it is. Notes are born completed.
   * @example call
   */
  @Choice('OwnActivityType', OWN_TYPES) type: (typeof OWN_TYPES)[number];
  /**
   * What it is about, in a line.
   * @example First call
   */
  @Optional() @Text(1, 255) subject?: string;
  /**
   * What is to be known about it.
   * @example Wants a quote by Friday.
   */
  @Optional() @Text(0, 20000) description?: string;
  /**
   * How much it matters.
   * @example medium
   */
  @Optional() @Choice('Priority', PRIORITIES) priority?: Priority;
  /**
   * When it is to be done.
   * @example 2026-11-27T09:00:00Z
   */
  @Optional() @Nullable() @Timestamp() dueAt?: string | null;
  /**
   * When it was done: logs something that has happened.
   * @example null
   */
  @Optional() @Nullable() @Timestamp() completedAt?: string | null;
  /**
   * How long it took, in minutes.
   * @example 15
   */
  @Optional() @Nullable() @Integer(0, 525600) durationMinutes?: number | null;
  /**
   * What came of it.
   * @example Sent the brochure
   */
  @Optional() @Nullable() @Text(1, 500) outcome?: string | null;
  /**
   * Where it takes place.
   * @example Room 3
   */
  @Optional() @Nullable() @Text(1, 255) location?: string | null;
  /**
   * The day on which to come back to it.
   * @example 2026-12-01
   */
  @Optional() @Nullable() @Day() followUpOn?: string | null;
  /**
   * Who is to do it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id() assigneeId?: string | null;
  /**
   * Calls only: who called whom.
   * @example outbound
   */
  @Optional() @Nullable() @Choice('CallDirection', CALL_DIRECTIONS) direction?: (typeof CALL_DIRECTIONS)[number] | null;
  /**
   * Calls only: how it went.
   * @example answered
   */
  @Optional() @Nullable() @Choice('CallResult', CALL_RESULTS) callResult?: (typeof CALL_RESULTS)[number] | null;
  /**
   * Calls only: where the recording is.
   * @example https://calls.example.com/4711
   */
  @Optional() @Nullable() @WebAddress() recordingUrl?: string | null;
  /**
   * Values of custom fields by key.
   * @example {"channel": "phone"}
   */
  @Optional() @FreeObject() customFields?: Record<string, unknown>;
}

/** What an activity is made from. */
export class ActivityCreate extends LeadActivityCreate {
  /**
   * The lead that it belongs to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() leadId: string;
}

/** Absent fields stay, null clears. What becomes of an activity has routes of its own. */
export class ActivityUpdate extends PartialType(OmitType(LeadActivityCreate, ['type', 'completedAt'] as const), { skipNullProperties: false }) {
  /**
   * Whether somebody is at it.
   * @example in_progress
   */
  @Optional() @Choice('OpenActivityStatus', ['pending', 'in_progress']) status?: 'pending' | 'in_progress';
}

export class ActivityCompletion {
  /**
   * What came of it.
   * @example Sent the brochure
   */
  @Optional() @Nullable() @Text(1, 500) outcome?: string | null;
  /**
   * How long it took, in minutes.
   * @example 15
   */
  @Optional() @Nullable() @Integer(0, 525600) durationMinutes?: number | null;
}

export class ActivityLeadRef {
  /**
   * The lead's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The lead's name.
   * @example Ada Lovelace
   */
  @Text(1, 255) name: string;
}

/** An activity as everybody sees it. */
export class ActivityView {
  /**
   * UUIDv7.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What kind of activity it is.
   * @example call
   */
  @Choice('ActivityType', ACTIVITY_TYPES) type: ActivityType;
  /**
   * What it is about.
   * @example First call
   */
  @Text(0, 255) subject: string;
  /**
   * What is to be known about it.
   * @example Wants a quote by Friday.
   */
  @Text(0, 20000) description: string;
  /**
   * What has become of it.
   * @example pending
   */
  @Choice('ActivityStatus', ACTIVITY_STATUSES) status: ActivityStatus;
  /**
   * Whether it is open and past its time.
   * @example false
   */
  @Flag() overdue: boolean;
  /**
   * How much it matters.
   * @example medium
   */
  @Choice('Priority', PRIORITIES) priority: Priority;
  /**
   * When it is to be done.
   * @example 2026-11-27T09:00:00.000Z
   */
  @Nullable() @Timestamp() dueAt: string | null;
  /**
   * When it was done.
   * @example null
   */
  @Nullable() @Timestamp() completedAt: string | null;
  /**
   * How long it took, in minutes.
   * @example 15
   */
  @Nullable() @Integer(0, 525600) durationMinutes: number | null;
  /**
   * What came of it.
   * @example Sent the brochure
   */
  @Nullable() @Text(1, 500) outcome: string | null;
  /**
   * Where it takes place.
   * @example Room 3
   */
  @Nullable() @Text(1, 255) location: string | null;
  /**
   * The day on which to come back to it.
   * @example 2026-12-01
   */
  @Nullable() @Day() followUpOn: string | null;
  /**
   * The lead that it belongs to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() leadId: string | null;
  /** The lead, only with `include=lead`. */
  @Optional() @Nullable() @Nested(() => ActivityLeadRef) lead?: ActivityLeadRef | null;
  /**
   * Who made it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /**
   * Who is to do it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() assigneeId: string | null;
  /**
   * Status changes: where the lead was.
   * @example null
   */
  @Nullable() @Text(1, 50) oldStatus: string | null;
  /**
   * Status changes: where it went.
   * @example null
   */
  @Nullable() @Text(1, 50) newStatus: string | null;
  /**
   * Calls: who called whom.
   * @example outbound
   */
  @Nullable() @Choice('CallDirection', CALL_DIRECTIONS) direction: (typeof CALL_DIRECTIONS)[number] | null;
  /**
   * Calls: how it went.
   * @example answered
   */
  @Nullable() @Choice('CallResult', CALL_RESULTS) callResult: (typeof CALL_RESULTS)[number] | null;
  /**
   * Calls: where the recording is.
   * @example https://calls.example.com/4711
   */
  @Nullable() @WebAddress() recordingUrl: string | null;
  /**
   * Custom fields.
   * @example {"channel": "phone"}
   */
  @FreeObject() customFields: Record<string, unknown>;
  /**
   * When it was added.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the activity.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
