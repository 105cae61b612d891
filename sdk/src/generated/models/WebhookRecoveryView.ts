/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookRecoveryStatus } from './WebhookRecoveryStatus';
export type WebhookRecoveryView = {
  /**
   * Id of the job
   */
  id: string;
  /**
   * Status
   */
  status: WebhookRecoveryStatus;
};

