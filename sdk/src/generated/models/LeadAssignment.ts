/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadAssignment = {
  /**
   * The new owner, who must be allowed to read leads; null takes the owner away.
   */
  ownerId: string | null;
  /**
   * The team that gets the lead when nobody owns it; null for none. Left out, a lead that loses its owner stays in the owner's team.
   */
  teamId?: string | null;
};

