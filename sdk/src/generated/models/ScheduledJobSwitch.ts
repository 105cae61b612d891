/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScheduledJobSwitch = {
  /**
   * The scheduled job.
   */
  name: string;
  /**
   * Whether it runs at its times.
   */
  enabled: boolean;
};

