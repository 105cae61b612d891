/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityLeadRef } from './ActivityLeadRef';
import type { ActivityStatus } from './ActivityStatus';
import type { ActivityType } from './ActivityType';
import type { CallDirection } from './CallDirection';
import type { CallResult } from './CallResult';
import type { Priority } from './Priority';
export type ActivityView = {
  /**
   * UUIDv7.
   */
  id: string;
  /**
   * What kind of activity it is.
   */
  type: ActivityType;
  /**
   * What it is about.
   */
  subject: string;
  /**
   * What is to be known about it.
   */
  description: string;
  /**
   * What has become of it.
   */
  status: ActivityStatus;
  /**
   * Whether it is open and past its time.
   */
  overdue: boolean;
  /**
   * How much it matters.
   */
  priority: Priority;
  /**
   * When it is to be done.
   */
  dueAt: string | null;
  /**
   * When it was done.
   */
  completedAt: string | null;
  /**
   * How long it took, in minutes.
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
   * The lead that it belongs to.
   */
  leadId: string | null;
  /**
   * The lead, only with `include=lead`.
   */
  lead?: ActivityLeadRef | null;
  /**
   * Who made it.
   */
  ownerId: string | null;
  /**
   * Who is to do it.
   */
  assigneeId: string | null;
  /**
   * Status changes: where the lead was.
   */
  oldStatus: string | null;
  /**
   * Status changes: where it went.
   */
  newStatus: string | null;
  /**
   * Calls: who called whom.
   */
  direction: CallDirection | null;
  /**
   * Calls: how it went.
   */
  callResult: CallResult | null;
  /**
   * Calls: where the recording is.
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

