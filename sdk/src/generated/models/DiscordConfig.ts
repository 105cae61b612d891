/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DiscordConfig = {
  /**
   * The address of the webhook. Whoever knows it may write: it is kept encrypted and never shown again.
   */
  webhookUrl: string;
};

