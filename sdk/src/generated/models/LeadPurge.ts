/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadPurge = {
  /**
   * The id that the lead had.
   */
  id: string;
};

