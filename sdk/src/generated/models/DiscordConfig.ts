/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DiscordConfig = {
  /**
   * URL of the Discord or Slack webhook; stored encrypted and never returned, because it allows anyone to post
   */
  webhookUrl: string;
};

