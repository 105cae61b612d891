/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RecordAssignment = {
  /**
   * Id of the new owner, who needs the permission to read these records; null removes the owner
   */
  ownerId: string | null;
  /**
   * Id of the team for a record without an owner; null for no team. If omitted, the record stays in the team of its previous owner.
   */
  teamId?: string | null;
};

