/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type FacetRequest = {
  /**
   * Which records; all when left out.
   */
  filter?: Record<string, any>;
  /**
   * A saved view whose filter holds besides.
   */
  viewId?: string;
  /**
   * Text that the record's words hold.
   */
  'q'?: string;
  /**
   * The fields to count by, 1 to 8.
   */
  facets: Array<string>;
};

