/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DayFilter = {
  /**
   * On this day or later.
   */
  gte?: string;
  /**
   * Later than this day.
   */
  gt?: string;
  /**
   * On this day or earlier.
   */
  lte?: string;
  /**
   * Earlier than this day.
   */
  lt?: string;
};

