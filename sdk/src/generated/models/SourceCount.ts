/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SourceCount = {
  /**
   * The source; null for leads without one.
   */
  source: string | null;
  /**
   * How many living leads came from it.
   */
  count: number;
};

