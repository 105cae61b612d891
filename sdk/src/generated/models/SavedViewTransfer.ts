/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SavedViewTransfer = {
  /**
   * Id of the new owner, who needs the permission to read the records
   */
  ownerId: string;
};

