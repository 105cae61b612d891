/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadBulkAssignment = {
  /**
   * The lead.
   */
  id: string;
  /**
   * The new owner; null takes the owner away.
   */
  ownerId: string | null;
};

