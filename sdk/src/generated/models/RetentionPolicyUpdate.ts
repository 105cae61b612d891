/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RetentionPolicyUpdate = {
  /**
   * How many days they are kept, not fewer than `minimumDays`. Look at a dry run with these days first.
   */
  days?: number;
  /**
   * Whether what is over its time is removed every night.
   */
  enabled?: boolean;
};

