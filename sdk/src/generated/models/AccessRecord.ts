/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type AccessRecord = {
  /**
   * Record type
   */
  resource: string;
  /**
   * Id of the record
   */
  id: string;
  /**
   * Id of the owner
   */
  ownerId: string | null;
  /**
   * Id of the team
   */
  teamId: string | null;
};

