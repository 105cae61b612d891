/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RetentionPolicyUpdate = {
  /**
   * Retention period in days, at least `minimumDays`; check the effect with a dry run first
   */
  days?: number;
  /**
   * Whether expired records are deleted every night
   */
  enabled?: boolean;
};

