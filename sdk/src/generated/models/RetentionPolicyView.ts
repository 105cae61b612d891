/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RetentionPolicyView = {
  /**
   * The policy.
   */
  id: string;
  /**
   * The kind of records.
   */
  kind: string;
  /**
   * What it is, and from when its time counts.
   */
  description: string;
  /**
   * How many days they are kept.
   */
  days: number;
  /**
   * The days that this server comes with.
   */
  defaultDays: number;
  /**
   * The fewest days that can be set.
   */
  minimumDays: number;
  /**
   * Whether what is over its time is removed every night.
   */
  enabled: boolean;
  /**
   * Who changed it last.
   */
  updatedById: string | null;
  /**
   * When it was changed last.
   */
  updatedAt: string;
  /**
   * Moves with every change; the ETag.
   */
  version: number;
};

