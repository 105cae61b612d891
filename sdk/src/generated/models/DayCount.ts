/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DayCount = {
  /**
   * Day in UTC
   */
  day: string;
  /**
   * Number of leads created on that day, without deleted leads
   */
  count: number;
};

