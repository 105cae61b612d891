/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type NumberFilter = {
  /**
   * At least.
   */
  gte?: number;
  /**
   * More than.
   */
  gt?: number;
  /**
   * At most.
   */
  lte?: number;
  /**
   * Less than.
   */
  lt?: number;
};

