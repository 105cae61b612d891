/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ParkedEventView = {
  /**
   * The event.
   */
  id: string;
  /**
   * What happened.
   */
  type: string;
  /**
   * To what it happened.
   */
  resourceType: string;
  /**
   * The record it happened to.
   */
  resourceId: string;
  /**
   * How often its delivery was tried.
   */
  attempts: number;
  /**
   * Why the last try failed.
   */
  lastError: string | null;
  /**
   * When it happened.
   */
  occurredAt: string;
  /**
   * When it was put aside.
   */
  parkedAt: string;
};

