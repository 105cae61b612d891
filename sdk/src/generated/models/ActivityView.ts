/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityCompanyRef } from './ActivityCompanyRef';
import type { ActivityLeadRef } from './ActivityLeadRef';
import type { ActivityStatus } from './ActivityStatus';
import type { ActivityType } from './ActivityType';
import type { CallDirection } from './CallDirection';
import type { CallResult } from './CallResult';
import type { ContactRef } from './ContactRef';
import type { DealRef } from './DealRef';
import type { PersonRef } from './PersonRef';
import type { Priority } from './Priority';
import type { TeamRef } from './TeamRef';
export type ActivityView = {
  /**
   * The linked lead, only with `include=lead`; null if the caller cannot see it
   */
  lead?: ActivityLeadRef | null;
  /**
   * The linked company, only with `include=company`; null if the caller cannot see it
   */
  company?: ActivityCompanyRef | null;
  /**
   * The linked contact, only with `include=contact`; null if the caller cannot see it
   */
  contact?: ContactRef | null;
  /**
   * The linked deal, only with `include=deal`; null if the caller cannot see it
   */
  deal?: DealRef | null;
  /**
   * The owner, only with `include=owner`
   */
  owner?: PersonRef | null;
  /**
   * The assignee, only with `include=assignee`
   */
  assignee?: PersonRef | null;
  /**
   * The team, only with `include=team`
   */
  team?: TeamRef | null;
  /**
   * Id of the linked lead
   */
  leadId: string | null;
  /**
   * Id of the linked company
   */
  companyId: string | null;
  /**
   * Id of the linked contact
   */
  contactId: string | null;
  /**
   * Id of the linked deal
   */
  dealId: string | null;
  /**
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Activity type
   */
  type: ActivityType;
  /**
   * Subject, in one line
   */
  subject: string;
  /**
   * Text of a note or call, or instructions for a task
   */
  description: string;
  /**
   * Status of the activity
   */
  status: ActivityStatus;
  /**
   * Priority
   */
  priority: Priority;
  /**
   * Due time of a task, or start time of a meeting or call
   */
  dueAt: string | null;
  /**
   * Whether the activity is open and `dueAt` has passed. This changes with time, without a new version or ETag.
   */
  overdue: boolean;
  /**
   * Completion time; null if the activity is not completed
   */
  completedAt: string | null;
  /**
   * Actual or planned duration in minutes
   */
  durationMinutes: number | null;
  /**
   * Outcome
   */
  outcome: string | null;
  /**
   * Location
   */
  location: string | null;
  /**
   * Follow-up date
   */
  followUpOn: string | null;
  /**
   * Id of the activity that this activity follows up
   */
  followUpOfId: string | null;
  /**
   * Minutes before `dueAt` at which the event `activity.due_soon` is sent; null for no reminder
   */
  reminderMinutes: number | null;
  /**
   * Id of the owner; for a status change, the user who made the change
   */
  ownerId: string | null;
  /**
   * Id of the team: the owner's team, or the team that the activity was assigned to
   */
  teamId: string | null;
  /**
   * Id of the assignee
   */
  assigneeId: string | null;
  /**
   * Previous status, only for a status change; null for the first status of a lead
   */
  oldStatus: string | null;
  /**
   * New status, only for a status change
   */
  newStatus: string | null;
  /**
   * Direction of the call, only for calls
   */
  direction: CallDirection | null;
  /**
   * Result of the call, only for calls
   */
  callResult: CallResult | null;
  /**
   * URL of the call recording, only for calls
   */
  recordingUrl: string | null;
  /**
   * Custom field values, by field key
   */
  customFields: Record<string, any>;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   */
  deletedAt: string | null;
  /**
   * Version number, also in the ETag of the activity
   */
  version: number;
};

