/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobGroupPause = {
  /**
   * Duration of the pause in minutes, up to 30 days. Running jobs end normally.
   */
  minutes: number;
};

