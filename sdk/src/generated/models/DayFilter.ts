/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DayFilter = {
  /**
   * On or after this date
   */
  gte?: string;
  /**
   * After this date
   */
  gt?: string;
  /**
   * On or before this date
   */
  lte?: string;
  /**
   * Before this date
   */
  lt?: string;
};

