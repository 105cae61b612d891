/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookTrigger } from './WebhookTrigger';
export type WebhookAttemptView = {
  /**
   * The attempt.
   */
  id: string;
  /**
   * Which attempt of its delivery it was, from 1.
   */
  number: number;
  /**
   * What caused it.
   */
  trigger: WebhookTrigger;
  /**
   * When it began.
   */
  startedAt: string;
  /**
   * Milliseconds until it was over.
   */
  durationMs: number;
  /**
   * What was answered.
   */
  statusCode: number | null;
  /**
   * How it failed.
   */
  errorCode: string | null;
  /**
   * The headers as they were sent; those that you have set are hidden.
   */
  requestHeaders: Record<string, string>;
  /**
   * The first 4 KiB of the answer.
   */
  responseBody: string | null;
  /**
   * Whether the answer was longer.
   */
  isTruncated: boolean;
};

