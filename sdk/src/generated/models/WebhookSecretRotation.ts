/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type WebhookSecretRotation = {
  /**
   * Days in which both secrets sign, 0 to 7; 1 when left out. 0 ends all older ones at once.
   */
  overlapDays?: number;
  /**
   * Your own secret instead of a made one.
   */
  secret?: string;
};

