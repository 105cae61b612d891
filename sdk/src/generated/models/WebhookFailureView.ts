/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type WebhookFailureView = {
  /**
   * When it began.
   */
  at: string;
  /**
   * The delivery.
   */
  deliveryId: string;
  /**
   * What was answered.
   */
  statusCode: number | null;
  /**
   * How it failed.
   */
  errorCode: string | null;
};

