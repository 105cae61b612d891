/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type WebhookSecretRotation = {
  /**
   * Days in which both secrets sign, 0 to 7; default 1. With 0, all older secrets end at once.
   */
  overlapDays?: number;
  /**
   * Your own signing secret instead of a generated one
   */
  secret?: string;
};

