import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  ClearableText,
  Day,
  Email,
  Flag,
  FreeObject,
  Id,
  Integer,
  Nested,
  Nullable,
  Optional,
  Text,
  Timestamp,
  WebAddress,
} from '../../kernel/fields.js';
import { TeamRef } from '../../platform/records/index.js';
import { ContactRef } from '../contacts/index.js';
import { DealRef } from '../deals/index.js';
import { LEAD_STATUSES, type LeadStatus } from '../leads/index.js';
import {
  ACTIVITY_STATUSES,
  ACTIVITY_TYPES,
  OWN_TYPES,
  CALL_DIRECTIONS,
  CALL_RESULTS,
  OPEN_STATUSES,
  PRIORITIES,
  type ActivityStatus,
  type ActivityType,
  type OwnType,
  type CallDirection,
  type CallResult,
  type OpenStatus,
  type Priority,
} from './activity.entity.js';
import { linkIdsClass, linkIncludeClass, linkInputClass } from './links/link-classes.js';

/** Tasks, deadlines, calls and meetings can exist without a record. A subject or a description is required. */
export class ActivityCreate extends linkInputClass('ActivityLinkInput') {
  /**
   * Activity type; `status_change` is written only by the status change itself
   * @example call
   */
  @Choice('OwnActivityType', OWN_TYPES)
  type: OwnType;

  /**
   * Subject, in one line
   * @example "First call about the calculating machine"
   */
  @ClearableText(255)
  subject?: string;

  /**
   * Text of a note or call, or instructions for a task
   * @example "She wants to see a prototype first."
   */
  @ClearableText(20000)
  description?: string;

  /**
   * Status. Default `completed` for notes, for activities with `completedAt`, and for calls, e-mails and meetings with
   * a past `dueAt`; otherwise `pending`.
   */
  @Optional()
  @Choice('ActivityStatus', ACTIVITY_STATUSES)
  status?: ActivityStatus;

  /** Completion time in the past; sets the status to `completed` */
  @Optional()
  @Nullable()
  @Timestamp()
  completedAt?: string | null;

  /**
   * Priority; default `medium`
   * @example medium
   */
  @Optional()
  @Choice('Priority', PRIORITIES)
  priority?: Priority;

  /**
   * Due time of a task, or start time of a meeting or call
   * @example 2030-03-01T09:30:00.000Z
   */
  @Optional()
  @Nullable()
  @Timestamp()
  dueAt?: string | null;

  /**
   * Actual or planned duration in minutes, at most one year
   * @example 30
   */
  @Optional()
  @Nullable()
  @Integer(0, 525_600)
  durationMinutes?: number | null;

  /**
   * Outcome
   * @example "Sends us her drawings"
   */
  @Optional()
  @Nullable()
  @Text(1, 500)
  outcome?: string | null;

  /**
   * Location
   * @example "Royal Society, London"
   */
  @Optional()
  @Nullable()
  @Text(1, 255)
  location?: string | null;

  /**
   * Follow-up date. Creates one task, due at 17:00 on that date in the time zone of the assignee, or of the owner.
   * Later changes of the date do not move that task.
   * @example 2030-03-08
   */
  @Optional()
  @Nullable()
  @Day()
  followUpOn?: string | null;

  /**
   * Minutes before `dueAt` at which the event `activity.due_soon` is sent; default 60, null for no reminder
   * @example 60
   */
  @Optional()
  @Nullable()
  @Integer(0, 40_320)
  reminderMinutes?: number | null;

  /**
   * Id of the assignee, who needs the permission to read activities. The assignee can see the activity even if the
   * linked record is hidden from them.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  assigneeId?: string | null;

  /**
   * Id of the owner, who needs the permission to read activities; default: the caller if `teamId` is omitted too
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  ownerId?: string | null;

  /**
   * Id of the team, for an activity without an owner. With an owner, the owner's team is used and this field can be
   * omitted.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  teamId?: string | null;

  /**
   * Direction of the call; only for calls
   * @example outbound
   */
  @Optional()
  @Nullable()
  @Choice('CallDirection', CALL_DIRECTIONS)
  direction?: CallDirection | null;

  /**
   * Result of the call; only for calls
   * @example answered
   */
  @Optional()
  @Nullable()
  @Choice('CallResult', CALL_RESULTS)
  callResult?: CallResult | null;

  /**
   * URL of the call recording; only for calls
   * @example https://calls.example.com/recordings/4711
   */
  @Optional()
  @Nullable()
  @WebAddress(500)
  recordingUrl?: string | null;

  /**
   * Custom field values, by field key
   * @example {"channel": "mobile"}
   */
  @Optional()
  @FreeObject()
  customFields?: Record<string, unknown>;
}

/** Absent fields stay unchanged, null clears a field. The type never changes. */
export class ActivityUpdate extends PartialType(OmitType(ActivityCreate, ['type', 'status', 'completedAt'] as const), {
  skipNullProperties: false,
}) {
  /**
   * Status of an open activity: pending or in progress
   * @example in_progress
   */
  @Optional()
  @Choice('OpenActivityStatus', OPEN_STATUSES)
  status?: OpenStatus;
}

export class ActivityCompletion {
  /**
   * Outcome; unchanged if omitted
   * @example "Sends us her drawings"
   */
  @Optional()
  @Nullable()
  @Text(1, 500)
  outcome?: string | null;

  /**
   * Duration in minutes; unchanged if omitted
   * @example 30
   */
  @Optional()
  @Nullable()
  @Integer(0, 525_600)
  durationMinutes?: number | null;

  /**
   * Follow-up date; creates the next task on that date. Unchanged if omitted.
   * @example 2030-03-08
   */
  @Optional()
  @Nullable()
  @Day()
  followUpOn?: string | null;
}

export class PersonRef {
  /**
   * Id of the user
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Name of the user
   * @example "Grace Hopper"
   */
  @Text(0, 255) name: string;
  /**
   * E-mail address of the user
   * @example grace@example.com
   */
  @Email() email: string;
}

export class ActivityLeadRef {
  /**
   * Id of the lead
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Name of the lead
   * @example "Ada Lovelace"
   */
  @Text(1, 255) name: string;
  /**
   * Status in the lead lifecycle
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
}

export class ActivityCompanyRef {
  /**
   * Id of the company
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Name of the company
   * @example "Analytical Engines Ltd"
   */
  @Text(1, 255) name: string;
}

/** Linked records, only on request (`include`). */
export class ActivityIncludes extends linkIncludeClass('ActivityLinkIncludes', {
  lead: ActivityLeadRef,
  company: ActivityCompanyRef,
  contact: ContactRef,
  deal: DealRef,
}) {
  /** The owner, only with `include=owner` */
  @Optional() @Nullable() @Nested(() => PersonRef) owner?: PersonRef | null;
  /** The assignee, only with `include=assignee` */
  @Optional() @Nullable() @Nested(() => PersonRef) assignee?: PersonRef | null;
  /** The team, only with `include=team` */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
}

export class ActivityView extends linkIdsClass('ActivityLinkIds', ActivityIncludes) {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Activity type
   * @example call
   */
  @Choice('ActivityType', ACTIVITY_TYPES) type: ActivityType;
  /**
   * Subject, in one line
   * @example "First call about the calculating machine"
   */
  @Text(0, 255) subject: string;
  /**
   * Text of a note or call, or instructions for a task
   * @example "She wants to see a prototype first."
   */
  @Text(0, 20000) description: string;
  /**
   * Status of the activity
   * @example pending
   */
  @Choice('ActivityStatus', ACTIVITY_STATUSES) status: ActivityStatus;
  /**
   * Priority
   * @example medium
   */
  @Choice('Priority', PRIORITIES) priority: Priority;
  /**
   * Due time of a task, or start time of a meeting or call
   * @example 2030-03-01T09:30:00.000Z
   */
  @Nullable() @Timestamp() dueAt: string | null;
  /**
   * Whether the activity is open and `dueAt` has passed. This changes with time, without a new version or ETag.
   * @example false
   */
  @Flag() overdue: boolean;
  /**
   * Completion time; null if the activity is not completed
   * @example null
   */
  @Nullable() @Timestamp() completedAt: string | null;
  /**
   * Actual or planned duration in minutes
   * @example 30
   */
  @Nullable() @Integer(0, 525_600) durationMinutes: number | null;
  /**
   * Outcome
   * @example null
   */
  @Nullable() @Text(1, 500) outcome: string | null;
  /**
   * Location
   * @example "Royal Society, London"
   */
  @Nullable() @Text(1, 255) location: string | null;
  /**
   * Follow-up date
   * @example 2030-03-08
   */
  @Nullable() @Day() followUpOn: string | null;
  /**
   * Id of the activity that this activity follows up
   * @example null
   */
  @Nullable() @Id() followUpOfId: string | null;
  /**
   * Minutes before `dueAt` at which the event `activity.due_soon` is sent; null for no reminder
   * @example 60
   */
  @Nullable() @Integer(0, 40_320) reminderMinutes: number | null;
  /**
   * Id of the owner; for a status change, the user who made the change
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /**
   * Id of the team: the owner's team, or the team that the activity was assigned to
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /**
   * Id of the assignee
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() assigneeId: string | null;
  /**
   * Previous status, only for a status change; null for the first status of a lead
   * @example null
   */
  @Nullable() @Text(1, 50) oldStatus: string | null;
  /**
   * New status, only for a status change
   * @example null
   */
  @Nullable() @Text(1, 50) newStatus: string | null;
  /**
   * Direction of the call, only for calls
   * @example outbound
   */
  @Nullable() @Choice('CallDirection', CALL_DIRECTIONS) direction: CallDirection | null;
  /**
   * Result of the call, only for calls
   * @example answered
   */
  @Nullable() @Choice('CallResult', CALL_RESULTS) callResult: CallResult | null;
  /**
   * URL of the call recording, only for calls
   * @example https://calls.example.com/recordings/4711
   */
  @Nullable() @WebAddress(500) recordingUrl: string | null;
  /**
   * Custom field values, by field key
   * @example {"channel": "mobile"}
   */
  @FreeObject() customFields: Record<string, unknown>;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Version number, also in the ETag of the activity
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
