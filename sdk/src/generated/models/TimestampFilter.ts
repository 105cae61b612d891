/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TimestampFilter = {
  /**
   * At this moment or later.
   */
  gte?: string;
  /**
   * Later than this.
   */
  gt?: string;
  /**
   * At this moment or earlier.
   */
  lte?: string;
  /**
   * Earlier than this.
   */
  lt?: string;
};

