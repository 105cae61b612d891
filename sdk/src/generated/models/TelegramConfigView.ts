/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SecretView } from './SecretView';
export type TelegramConfigView = {
  /**
   * State of the bot token, which is never returned
   */
  botToken: SecretView;
  /**
   * Id of the chat, or name of a public channel
   */
  chatId: string;
};

