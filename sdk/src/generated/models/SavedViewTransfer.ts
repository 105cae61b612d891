/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SavedViewTransfer = {
  /**
   * Whose it becomes: somebody who may read its records.
   */
  ownerId: string;
};

