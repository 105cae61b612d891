/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityCompletion = {
  /**
   * Outcome; unchanged if omitted
   */
  outcome?: string | null;
  /**
   * Duration in minutes; unchanged if omitted
   */
  durationMinutes?: number | null;
  /**
   * Follow-up date; creates the next task on that date. Unchanged if omitted.
   */
  followUpOn?: string | null;
};

