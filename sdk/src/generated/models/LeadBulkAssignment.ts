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
  /**
   * The team that gets the lead when nobody owns it; null for none.
   */
  teamId?: string | null;
};

