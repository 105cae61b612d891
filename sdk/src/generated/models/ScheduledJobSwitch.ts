/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScheduledJobSwitch = {
  /**
   * Name of the scheduled job
   */
  name: string;
  /**
   * Whether the schedule is enabled
   */
  enabled: boolean;
};

