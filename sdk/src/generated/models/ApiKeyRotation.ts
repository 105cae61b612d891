/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKeyRotation = {
  /**
   * Hours for which the current secret stays valid; 0 ends the secret at once
   */
  overlapHours?: number;
};

