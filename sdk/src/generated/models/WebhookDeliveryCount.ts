/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDeliveryStatus } from './WebhookDeliveryStatus';
export type WebhookDeliveryCount = {
  /**
   * Status of the deliveries
   */
  status: WebhookDeliveryStatus;
  /**
   * Number of deliveries
   */
  count: number;
};

