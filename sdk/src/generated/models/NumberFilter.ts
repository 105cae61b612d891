/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type NumberFilter = {
  /**
   * Greater than or equal to this number
   */
  gte?: number;
  /**
   * Greater than this number
   */
  gt?: number;
  /**
   * Less than or equal to this number
   */
  lte?: number;
  /**
   * Less than this number
   */
  lt?: number;
};

