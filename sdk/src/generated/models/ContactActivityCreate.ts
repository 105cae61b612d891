/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityStatus } from './ActivityStatus';
import type { CallDirection } from './CallDirection';
import type { CallResult } from './CallResult';
import type { OwnActivityType } from './OwnActivityType';
import type { Priority } from './Priority';
export type ContactActivityCreate = {
  /**
   * The lead it is on.
   */
  leadId?: string | null;
  /**
   * The company it is on.
   */
  companyId?: string | null;
  /**
   * The deal it is on.
   */
  dealId?: string | null;
  /**
   * What kind of activity it is. Status changes are written by the change itself.
   */
  type: OwnActivityType;
  /**
   * What it is about, in a line.
   */
  subject?: string;
  /**
   * What was said, or what is to be done.
   */
  description?: string;
  /**
   * How far it is. When left out: completed for notes, for whatever has `completedAt`, and for calls, e-mails and meetings whose `dueAt` has passed (they are logged); else pending.
   */
  status?: ActivityStatus;
  /**
   * When it was done, where that was before now; makes it completed.
   */
  completedAt?: string | null;
  /**
   * How pressing it is; medium when left out.
   */
  priority?: Priority;
  /**
   * When it is to be done, or when it begins.
   */
  dueAt?: string | null;
  /**
   * How long it took or will take, in minutes, at most a year.
   */
  durationMinutes?: number | null;
  /**
   * What came of it.
   */
  outcome?: string | null;
  /**
   * Where it takes place.
   */
  location?: string | null;
  /**
   * The day on which to come back to it. It makes the next task, due at 17:00 of that day where its assignee or else its owner is; once, so a later day moves nothing.
   */
  followUpOn?: string | null;
  /**
   * How many minutes before `dueAt` the event `activity.due_soon` tells of it; 60 when left out, null for not at all.
   */
  reminderMinutes?: number | null;
  /**
   * The user who is to do it, who must be allowed to read activities; they see it from then on, whosever record it is on.
   */
  assigneeId?: string | null;
  /**
   * The user it belongs to, who must be allowed to read activities; the caller when it and `teamId` are left out.
   */
  ownerId?: string | null;
  /**
   * The team whose activity it is as long as nobody owns it. With an owner it is the owner's team, and need not be given.
   */
  teamId?: string | null;
  /**
   * Who called whom; only on calls.
   */
  direction?: CallDirection | null;
  /**
   * Whether somebody answered; only on calls.
   */
  callResult?: CallResult | null;
  /**
   * Where the call can be heard; only on calls.
   */
  recordingUrl?: string | null;
  /**
   * Values of custom fields by key.
   */
  customFields?: Record<string, any>;
};

