/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RetentionDryRun = {
  /**
   * Retention period in days to test; default: the period of the policy
   */
  days?: number;
};

