/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TelegramConfig = {
  /**
   * The token of the bot, kept encrypted and never shown again.
   */
  botToken: string;
  /**
   * The chat: its number, or the name of a public channel.
   */
  chatId: string;
};

