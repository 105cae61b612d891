/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DeadLetteredEventView = {
  /**
   * Id of the event
   */
  id: string;
  /**
   * Event type
   */
  type: string;
  /**
   * Resource type of the event
   */
  resourceType: string;
  /**
   * Id of the record of the event
   */
  resourceId: string;
  /**
   * Number of delivery attempts
   */
  attempts: number;
  /**
   * Error of the last attempt
   */
  lastError: string | null;
  /**
   * Time of the event
   */
  occurredAt: string;
  /**
   * Time when the event was dead-lettered
   */
  deadLetteredAt: string;
};

