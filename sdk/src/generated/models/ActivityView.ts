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
   * The lead, only with `include=lead`; null where the caller sees the activity but not the lead.
   */
  lead?: ActivityLeadRef | null;
  /**
   * The company, only with `include=company`; null where the caller does not see it.
   */
  company?: ActivityCompanyRef | null;
  /**
   * The contact, only with `include=contact`; null where the caller does not see it.
   */
  contact?: ContactRef | null;
  /**
   * The deal, only with `include=deal`; null where the caller does not see it.
   */
  deal?: DealRef | null;
  /**
   * The owner, only with `include=owner`.
   */
  owner?: PersonRef | null;
  /**
   * The assignee, only with `include=assignee`.
   */
  assignee?: PersonRef | null;
  /**
   * The team, only with `include=team`.
   */
  team?: TeamRef | null;
  /**
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * What kind of activity it is.
   */
  type: ActivityType;
  /**
   * What it is about, in a line.
   */
  subject: string;
  /**
   * What was said, or what is to be done.
   */
  description: string;
  /**
   * How far it is.
   */
  status: ActivityStatus;
  /**
   * How pressing it is.
   */
  priority: Priority;
  /**
   * When it is to be done, or when it begins.
   */
  dueAt: string | null;
  /**
   * Whether it is open and `dueAt` has passed. It becomes so by itself: neither version nor ETag moves.
   */
  overdue: boolean;
  /**
   * When it was done; null while it is not.
   */
  completedAt: string | null;
  /**
   * How long it took or will take, in minutes.
   */
  durationMinutes: number | null;
  /**
   * What came of it.
   */
  outcome: string | null;
  /**
   * Where it takes place.
   */
  location: string | null;
  /**
   * The day on which to come back to it.
   */
  followUpOn: string | null;
  /**
   * The activity that this one follows up.
   */
  followUpOfId: string | null;
  /**
   * How many minutes before `dueAt` the event `activity.due_soon` tells of it; null for not at all.
   */
  reminderMinutes: number | null;
  /**
   * The lead it is on.
   */
  leadId: string | null;
  /**
   * The company it is on.
   */
  companyId: string | null;
  /**
   * The contact it is on.
   */
  contactId: string | null;
  /**
   * The deal it is on.
   */
  dealId: string | null;
  /**
   * The user it belongs to; on a status change the user who made it.
   */
  ownerId: string | null;
  /**
   * The team that it belongs to: the owner's, or the one that it was given to.
   */
  teamId: string | null;
  /**
   * The user who is to do it.
   */
  assigneeId: string | null;
  /**
   * On a status change, the status before; null at the lead's making.
   */
  oldStatus: string | null;
  /**
   * On a status change, the status after.
   */
  newStatus: string | null;
  /**
   * On a call, who called whom.
   */
  direction: CallDirection | null;
  /**
   * On a call, whether somebody answered.
   */
  callResult: CallResult | null;
  /**
   * On a call, where it can be heard.
   */
  recordingUrl: string | null;
  /**
   * Custom fields.
   */
  customFields: Record<string, any>;
  /**
   * When it was added.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   */
  deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the activity.
   */
  version: number;
};

