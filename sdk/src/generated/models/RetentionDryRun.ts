/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RetentionDryRun = {
  /**
   * What if it were so many days? Those of the policy when left out.
   */
  days?: number;
};

