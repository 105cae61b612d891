/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityCompletion = {
  /**
   * What came of it; stays as it is when left out.
   */
  outcome?: string | null;
  /**
   * How long it took, in minutes; stays as it is when left out.
   */
  durationMinutes?: number | null;
  /**
   * The day on which to come back to it; makes the next task. Stays as it is when left out.
   */
  followUpOn?: string | null;
};

