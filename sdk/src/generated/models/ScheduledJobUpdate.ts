/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScheduledJobUpdate = {
  /**
   * Whether the schedule is enabled; times that pass while it is disabled are not run later
   */
  enabled: boolean;
};

