/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityStatus } from './ActivityStatus';
import type { CallDirection } from './CallDirection';
import type { CallResult } from './CallResult';
import type { OwnActivityType } from './OwnActivityType';
import type { Priority } from './Priority';
export type ActivityCreate = {
  /**
   * Id of the linked lead
   */
  leadId?: string | null;
  /**
   * Id of the linked company
   */
  companyId?: string | null;
  /**
   * Id of the linked contact
   */
  contactId?: string | null;
  /**
   * Id of the linked deal
   */
  dealId?: string | null;
  /**
   * Activity type; `status_change` is written only by the status change itself
   */
  type: OwnActivityType;
  /**
   * Subject, in one line
   */
  subject?: string | null;
  /**
   * Text of a note or call, or instructions for a task
   */
  description?: string | null;
  /**
   * Status. Default `completed` for notes, for activities with `completedAt`, and for calls, e-mails and meetings with a past `dueAt`; otherwise `pending`.
   */
  status?: ActivityStatus;
  /**
   * Completion time in the past; sets the status to `completed`
   */
  completedAt?: string | null;
  /**
   * Priority; default `medium`
   */
  priority?: Priority;
  /**
   * Due time of a task, or start time of a meeting or call
   */
  dueAt?: string | null;
  /**
   * Actual or planned duration in minutes, at most one year
   */
  durationMinutes?: number | null;
  /**
   * Outcome
   */
  outcome?: string | null;
  /**
   * Location
   */
  location?: string | null;
  /**
   * Follow-up date. Creates one task, due at 17:00 on that date in the time zone of the assignee, or of the owner. Later changes of the date do not move that task.
   */
  followUpOn?: string | null;
  /**
   * Minutes before `dueAt` at which the event `activity.due_soon` is sent; default 60, null for no reminder
   */
  reminderMinutes?: number | null;
  /**
   * Id of the assignee, who needs the permission to read activities. The assignee can see the activity even if the linked record is hidden from them.
   */
  assigneeId?: string | null;
  /**
   * Id of the owner, who needs the permission to read activities; default: the caller if `teamId` is omitted too
   */
  ownerId?: string | null;
  /**
   * Id of the team, for an activity without an owner. With an owner, the owner's team is used and this field can be omitted.
   */
  teamId?: string | null;
  /**
   * Direction of the call; only for calls
   */
  direction?: CallDirection | null;
  /**
   * Result of the call; only for calls
   */
  callResult?: CallResult | null;
  /**
   * URL of the call recording; only for calls
   */
  recordingUrl?: string | null;
  /**
   * Custom field values, by field key
   */
  customFields?: Record<string, any>;
};

