/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ContactBulkAssignment = {
  /**
   * The new owner, who must be allowed to read records of this kind; null takes the owner away.
   */
  ownerId: string | null;
  /**
   * The team that gets the record when nobody owns it; null for none. Left out, a record that loses its owner stays in the owner's team.
   */
  teamId?: string | null;
  /**
   * The contact.
   */
  id: string;
};

