/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PageInfo = {
  /**
   * Give this as `cursor` to get the next page; null on the last one.
   */
  nextCursor: string | null;
  /**
   * Give this as `cursor` to get the page before; null on the first one.
   */
  prevCursor: string | null;
  /**
   * Whether there is a next page.
   */
  hasMore: boolean;
};

