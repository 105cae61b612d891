/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DiscordConfig } from './DiscordConfig';
import type { EmailConfigUpdate } from './EmailConfigUpdate';
import type { SlackConfig } from './SlackConfig';
import type { TelegramConfigUpdate } from './TelegramConfigUpdate';
export type NotificationChannelUpdate = {
  /**
   * What your team calls the channel.
   */
  name?: string;
  /**
   * What is told, 1 to 50 names of events; `lead.*` is everything about leads, `*` is everything.
   */
  events?: Array<string>;
  /**
   * Only for records that it fits; all events must be about one kind of record then. `$me` is who made the channel.
   */
  filter?: Record<string, any> | null;
  /**
   * The text, with merge tags such as `{{object.name}}`; a text that fits the event when null. The tags are listed at `GET /notification-channels/merge-tags`.
   */
  template?: string | null;
  /**
   * Whether it is told anything; true when left out.
   */
  enabled?: boolean;
  /**
   * Where it goes: absent members stay, so a secret is given only to replace it.
   */
  config?: (DiscordConfig | SlackConfig | TelegramConfigUpdate | EmailConfigUpdate);
};

