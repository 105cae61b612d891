/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PageInfo = {
  /**
   * Cursor of the next page; null on the last page
   */
  nextCursor: string | null;
  /**
   * Cursor of the previous page; null on the first page
   */
  prevCursor: string | null;
  /**
   * Whether there is a next page
   */
  hasMore: boolean;
};

