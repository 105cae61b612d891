/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKeyRotation = {
  /**
   * How many hours the secret that holds now works on beside the new one; 0 ends it at once.
   */
  overlapHours?: number;
};

