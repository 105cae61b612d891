/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RetentionPolicyView = {
  /**
   * Id of the policy
   */
  id: string;
  /**
   * Record type
   */
  kind: string;
  /**
   * Description of the record type and of the start of its retention period
   */
  description: string;
  /**
   * Retention period in days
   */
  days: number;
  /**
   * Default retention period in days
   */
  defaultDays: number;
  /**
   * Minimum retention period in days
   */
  minimumDays: number;
  /**
   * Whether expired records are deleted every night
   */
  enabled: boolean;
  /**
   * Id of the user who last changed the policy
   */
  updatedById: string | null;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Version number, also in the ETag
   */
  version: number;
};

