/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDeliveryStatus } from './WebhookDeliveryStatus';
export type WebhookDeliveryCount = {
  /**
   * Where they stand.
   */
  status: WebhookDeliveryStatus;
  /**
   * How many.
   */
  count: number;
};

