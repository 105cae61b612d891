/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EventParked = {
  /**
   * The type of the event that could not be passed on.
   */
  type: string;
  /**
   * What went wrong the last time.
   */
  error: string;
};

