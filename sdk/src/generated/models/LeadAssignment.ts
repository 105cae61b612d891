/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadAssignment = {
  /**
   * The new owner; null takes the owner away.
   */
  ownerId: string | null;
};

