/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SecretView } from './SecretView';
export type WebhookConfigView = {
  /**
   * State of the webhook URL, which is never returned
   */
  webhookUrl: SecretView;
};

