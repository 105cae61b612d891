/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CallDirection } from './CallDirection';
import type { CallResult } from './CallResult';
import type { OwnActivityType } from './OwnActivityType';
import type { Priority } from './Priority';
export type LeadActivityCreate = {
  /**
   * What kind of activity it is. Notes are born completed.
   */
  type: OwnActivityType;
  /**
   * What it is about, in a line.
   */
  subject?: string;
  /**
   * What is to be known about it.
   */
  description?: string;
  /**
   * How much it matters.
   */
  priority?: Priority;
  /**
   * When it is to be done.
   */
  dueAt?: string | null;
  /**
   * When it was done: logs something that has happened.
   */
  completedAt?: string | null;
  /**
   * How long it took, in minutes.
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
   * The day on which to come back to it.
   */
  followUpOn?: string | null;
  /**
   * Who is to do it.
   */
  assigneeId?: string | null;
  /**
   * Calls only: who called whom.
   */
  direction?: CallDirection | null;
  /**
   * Calls only: how it went.
   */
  callResult?: CallResult | null;
  /**
   * Calls only: where the recording is.
   */
  recordingUrl?: string | null;
  /**
   * Values of custom fields by key.
   */
  customFields?: Record<string, any>;
};

