import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
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

/** What is added to records, to several at once or, of tasks, deadlines, calls and meetings, to none. A subject or a description is needed. */
export class ActivityCreate {
  /**
   * The lead it is on.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  leadId?: string | null;

  /**
   * The company it is on.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  companyId?: string | null;

  /**
   * The contact it is on.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  contactId?: string | null;

  /**
   * The deal it is on.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  dealId?: string | null;

  /**
   * What kind of activity it is. Status changes are written by the change itself.
   * @example call
   */
  @Choice('OwnActivityType', OWN_TYPES)
  type: OwnType;

  /**
   * What it is about, in a line.
   * @example "First call about the calculating machine"
   */
  @Optional()
  @Text(0, 255)
  subject?: string;

  /**
   * What was said, or what is to be done.
   * @example "She wants to see a prototype first."
   */
  @Optional()
  @Text(0, 20000)
  description?: string;

  /**
   * How far it is. When left out: completed for notes, for whatever has `completedAt`, and for calls, e-mails and meetings whose `dueAt` has passed (they are logged); else pending.
   */
  @Optional()
  @Choice('ActivityStatus', ACTIVITY_STATUSES)
  status?: ActivityStatus;

  /**
   * When it was done, where that was before now; makes it completed.
   */
  @Optional()
  @Nullable()
  @Timestamp()
  completedAt?: string | null;

  /**
   * How pressing it is; medium when left out.
   * @example medium
   */
  @Optional()
  @Choice('Priority', PRIORITIES)
  priority?: Priority;

  /**
   * When it is to be done, or when it begins.
   * @example 2030-03-01T09:30:00.000Z
   */
  @Optional()
  @Nullable()
  @Timestamp()
  dueAt?: string | null;

  /**
   * How long it took or will take, in minutes, at most a year.
   * @example 30
   */
  @Optional()
  @Nullable()
  @Integer(0, 525_600)
  durationMinutes?: number | null;

  /**
   * What came of it.
   * @example "Sends us her drawings"
   */
  @Optional()
  @Nullable()
  @Text(1, 500)
  outcome?: string | null;

  /**
   * Where it takes place.
   * @example "Royal Society, London"
   */
  @Optional()
  @Nullable()
  @Text(1, 255)
  location?: string | null;

  /**
   * The day on which to come back to it. It makes the next task, due at 17:00 of that day where its assignee or else its owner is; once, so a later day moves nothing.
   * @example 2030-03-08
   */
  @Optional()
  @Nullable()
  @Day()
  followUpOn?: string | null;

  /**
   * How many minutes before `dueAt` the event `activity.due_soon` tells of it; 60 when left out, null for not at all.
   * @example 60
   */
  @Optional()
  @Nullable()
  @Integer(0, 40_320)
  reminderMinutes?: number | null;

  /**
   * The user who is to do it, who must be allowed to read activities; they see it from then on, whosever record it is on.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  assigneeId?: string | null;

  /**
   * The user it belongs to, who must be allowed to read activities; the caller when it and `teamId` are left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  ownerId?: string | null;

  /**
   * The team whose activity it is as long as nobody owns it. With an owner it is the owner's team, and need not be given.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  teamId?: string | null;

  /**
   * Who called whom; only on calls.
   * @example outbound
   */
  @Optional()
  @Nullable()
  @Choice('CallDirection', CALL_DIRECTIONS)
  direction?: CallDirection | null;

  /**
   * Whether somebody answered; only on calls.
   * @example answered
   */
  @Optional()
  @Nullable()
  @Choice('CallResult', CALL_RESULTS)
  callResult?: CallResult | null;

  /**
   * Where the call can be heard; only on calls.
   * @example https://calls.example.com/recordings/4711
   */
  @Optional()
  @Nullable()
  @WebAddress(500)
  recordingUrl?: string | null;

  /**
   * Values of custom fields by key.
   * @example {"channel": "mobile"}
   */
  @Optional()
  @FreeObject()
  customFields?: Record<string, unknown>;
}

/** What is added to the lead of the path. */
export class LeadActivityCreate extends OmitType(ActivityCreate, ['leadId'] as const) {}

/** What is added to the company of the path. */
export class CompanyActivityCreate extends OmitType(ActivityCreate, ['companyId'] as const) {}

/** What is added to the contact of the path. */
export class ContactActivityCreate extends OmitType(ActivityCreate, ['contactId'] as const) {}

/** What is added to the deal of the path. */
export class DealActivityCreate extends OmitType(ActivityCreate, ['dealId'] as const) {}

/** Absent fields stay, null clears. The type never changes; completing, reopening and cancelling have routes of their own. */
export class ActivityUpdate extends PartialType(OmitType(ActivityCreate, ['type', 'status', 'completedAt'] as const), {
  skipNullProperties: false,
}) {
  /**
   * Takes up or lays aside what is open.
   * @example in_progress
   */
  @Optional()
  @Choice('OpenActivityStatus', OPEN_STATUSES)
  status?: OpenStatus;
}

/** What there is to say when an activity is done. */
export class ActivityCompletion {
  /**
   * What came of it; stays as it is when left out.
   * @example "Sends us her drawings"
   */
  @Optional()
  @Nullable()
  @Text(1, 500)
  outcome?: string | null;

  /**
   * How long it took, in minutes; stays as it is when left out.
   * @example 30
   */
  @Optional()
  @Nullable()
  @Integer(0, 525_600)
  durationMinutes?: number | null;

  /**
   * The day on which to come back to it; makes the next task. Stays as it is when left out.
   * @example 2030-03-08
   */
  @Optional()
  @Nullable()
  @Day()
  followUpOn?: string | null;
}

/** A user, beside what is theirs. */
export class PersonRef {
  /**
   * The user's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The user's name.
   * @example "Grace Hopper"
   */
  @Text(0, 255) name: string;
  /**
   * The user's e-mail address.
   * @example grace@example.com
   */
  @Email() email: string;
}

/** A lead, beside what belongs to it. */
export class ActivityLeadRef {
  /**
   * The lead's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The lead's name.
   * @example "Ada Lovelace"
   */
  @Text(1, 255) name: string;
  /**
   * Place in the lifecycle.
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
}

/** A company, beside what belongs to it. */
export class ActivityCompanyRef {
  /**
   * The company's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The company's name.
   * @example "Analytical Engines Ltd"
   */
  @Text(1, 255) name: string;
}

/** What is given along only where it is asked for. */
export class ActivityIncludes {
  /** The lead, only with `include=lead`; null where the caller sees the activity but not the lead. */
  @Optional() @Nullable() @Nested(() => ActivityLeadRef) lead?: ActivityLeadRef | null;
  /** The company, only with `include=company`; null where the caller does not see it. */
  @Optional() @Nullable() @Nested(() => ActivityCompanyRef) company?: ActivityCompanyRef | null;
  /** The contact, only with `include=contact`; null where the caller does not see it. */
  @Optional() @Nullable() @Nested(() => ContactRef) contact?: ContactRef | null;
  /** The deal, only with `include=deal`; null where the caller does not see it. */
  @Optional() @Nullable() @Nested(() => DealRef) deal?: DealRef | null;
  /** The owner, only with `include=owner`. */
  @Optional() @Nullable() @Nested(() => PersonRef) owner?: PersonRef | null;
  /** The assignee, only with `include=assignee`. */
  @Optional() @Nullable() @Nested(() => PersonRef) assignee?: PersonRef | null;
  /** The team, only with `include=team`. */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
}

/** An activity as everybody sees it. */
export class ActivityView extends ActivityIncludes {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What kind of activity it is.
   * @example call
   */
  @Choice('ActivityType', ACTIVITY_TYPES) type: ActivityType;
  /**
   * What it is about, in a line.
   * @example "First call about the calculating machine"
   */
  @Text(0, 255) subject: string;
  /**
   * What was said, or what is to be done.
   * @example "She wants to see a prototype first."
   */
  @Text(0, 20000) description: string;
  /**
   * How far it is.
   * @example pending
   */
  @Choice('ActivityStatus', ACTIVITY_STATUSES) status: ActivityStatus;
  /**
   * How pressing it is.
   * @example medium
   */
  @Choice('Priority', PRIORITIES) priority: Priority;
  /**
   * When it is to be done, or when it begins.
   * @example 2030-03-01T09:30:00.000Z
   */
  @Nullable() @Timestamp() dueAt: string | null;
  /**
   * Whether it is open and `dueAt` has passed. It becomes so by itself: neither version nor ETag moves.
   * @example false
   */
  @Flag() overdue: boolean;
  /**
   * When it was done; null while it is not.
   * @example null
   */
  @Nullable() @Timestamp() completedAt: string | null;
  /**
   * How long it took or will take, in minutes.
   * @example 30
   */
  @Nullable() @Integer(0, 525_600) durationMinutes: number | null;
  /**
   * What came of it.
   * @example null
   */
  @Nullable() @Text(1, 500) outcome: string | null;
  /**
   * Where it takes place.
   * @example "Royal Society, London"
   */
  @Nullable() @Text(1, 255) location: string | null;
  /**
   * The day on which to come back to it.
   * @example 2030-03-08
   */
  @Nullable() @Day() followUpOn: string | null;
  /**
   * The activity that this one follows up.
   * @example null
   */
  @Nullable() @Id() followUpOfId: string | null;
  /**
   * How many minutes before `dueAt` the event `activity.due_soon` tells of it; null for not at all.
   * @example 60
   */
  @Nullable() @Integer(0, 40_320) reminderMinutes: number | null;
  /**
   * The lead it is on.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() leadId: string | null;
  /**
   * The company it is on.
   * @example null
   */
  @Nullable() @Id() companyId: string | null;
  /**
   * The contact it is on.
   * @example null
   */
  @Nullable() @Id() contactId: string | null;
  /**
   * The deal it is on.
   * @example null
   */
  @Nullable() @Id() dealId: string | null;
  /**
   * The user it belongs to; on a status change the user who made it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /**
   * The team that it belongs to: the owner's, or the one that it was given to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /**
   * The user who is to do it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() assigneeId: string | null;
  /**
   * On a status change, the status before; null at the lead's making.
   * @example null
   */
  @Nullable() @Text(1, 50) oldStatus: string | null;
  /**
   * On a status change, the status after.
   * @example null
   */
  @Nullable() @Text(1, 50) newStatus: string | null;
  /**
   * On a call, who called whom.
   * @example outbound
   */
  @Nullable() @Choice('CallDirection', CALL_DIRECTIONS) direction: CallDirection | null;
  /**
   * On a call, whether somebody answered.
   * @example answered
   */
  @Nullable() @Choice('CallResult', CALL_RESULTS) callResult: CallResult | null;
  /**
   * On a call, where it can be heard.
   * @example https://calls.example.com/recordings/4711
   */
  @Nullable() @WebAddress(500) recordingUrl: string | null;
  /**
   * Custom fields.
   * @example {"channel": "mobile"}
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
