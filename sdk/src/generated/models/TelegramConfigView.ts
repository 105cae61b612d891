/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SecretView } from './SecretView';
export type TelegramConfigView = {
  /**
   * The token of the bot, which is never shown.
   */
  botToken: SecretView;
  /**
   * The chat it writes to.
   */
  chatId: string;
};

