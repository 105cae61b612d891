/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RecordTransfer = {
  /**
   * Id of the new owner: an active user with the permission to read these records
   */
  toUserId: string;
  /**
   * Record types to transfer; all types if omitted
   */
  resources?: Array<string>;
};

