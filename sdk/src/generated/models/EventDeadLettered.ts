/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EventDeadLettered = {
  /**
   * Type of the event that could not be processed
   */
  type: string;
  /**
   * Error of the last attempt
   */
  error: string;
};

