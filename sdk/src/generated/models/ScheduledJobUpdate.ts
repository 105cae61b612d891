/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScheduledJobUpdate = {
  /**
   * Whether it runs by the clock. Times that pass while it is off are not made up for.
   */
  enabled: boolean;
};

