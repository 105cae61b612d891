/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookTrigger } from './WebhookTrigger';
export type WebhookAttemptView = {
  /**
   * Id of the attempt
   */
  id: string;
  /**
   * Number of the attempt for this delivery, from 1
   */
  number: number;
  /**
   * Trigger of the attempt
   */
  trigger: WebhookTrigger;
  /**
   * Start time
   */
  startedAt: string;
  /**
   * Duration in milliseconds
   */
  durationMs: number;
  /**
   * HTTP status of the response
   */
  statusCode: number | null;
  /**
   * Error code of the attempt
   */
  errorCode: string | null;
  /**
   * Request headers; values of custom headers are hidden
   */
  requestHeaders: Record<string, string>;
  /**
   * First 4 KiB of the response body
   */
  responseBody: string | null;
  /**
   * Whether the response body was longer
   */
  isTruncated: boolean;
};

