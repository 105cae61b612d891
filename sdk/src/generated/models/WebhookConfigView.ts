/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SecretView } from './SecretView';
export type WebhookConfigView = {
  /**
   * The address of the webhook, which is never shown.
   */
  webhookUrl: SecretView;
};

