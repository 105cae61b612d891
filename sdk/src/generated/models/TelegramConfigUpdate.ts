/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TelegramConfigUpdate = {
  /**
   * Bot token; stored encrypted and never returned
   */
  botToken?: string;
  /**
   * Id of the chat, or name of a public channel
   */
  chatId?: string;
};

