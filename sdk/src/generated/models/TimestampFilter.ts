/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TimestampFilter = {
  /**
   * At or after this time
   */
  gte?: string;
  /**
   * After this time
   */
  gt?: string;
  /**
   * At or before this time
   */
  lte?: string;
  /**
   * Before this time
   */
  lt?: string;
};

