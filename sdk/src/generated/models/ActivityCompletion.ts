/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityCompletion = {
  /**
   * What came of it.
   */
  outcome?: string | null;
  /**
   * How long it took, in minutes.
   */
  durationMinutes?: number | null;
};

