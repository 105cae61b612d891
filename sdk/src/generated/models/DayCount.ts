/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DayCount = {
  /**
   * The day, in UTC.
   */
  day: string;
  /**
   * How many living leads came in on it.
   */
  count: number;
};

