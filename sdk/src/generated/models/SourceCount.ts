/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SourceCount = {
  /**
   * Source; null for leads without a source
   */
  source: string | null;
  /**
   * Number of leads with this source, without deleted leads
   */
  count: number;
};

