/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type WebhookFailureView = {
  /**
   * Start time
   */
  at: string;
  /**
   * Id of the delivery
   */
  deliveryId: string;
  /**
   * HTTP status of the response
   */
  statusCode: number | null;
  /**
   * Error code of the attempt
   */
  errorCode: string | null;
};

