/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RecordTransfer = {
  /**
   * The new owner: an active user who may read such records.
   */
  toUserId: string;
  /**
   * Which kinds of records; all when left out.
   */
  resources?: Array<string>;
};

