/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobRedriveView = {
  /**
   * How many jobs are back in the queue, at most 10000 a call.
   */
  redriven: number;
  /**
   * How many of the dead jobs asked for are left.
   */
  remaining: number;
};

