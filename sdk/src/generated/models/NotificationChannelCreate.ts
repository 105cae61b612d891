/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DiscordConfig } from './DiscordConfig';
import type { EmailConfig } from './EmailConfig';
import type { NotificationChannelType } from './NotificationChannelType';
import type { SlackConfig } from './SlackConfig';
import type { TelegramConfig } from './TelegramConfig';
export type NotificationChannelCreate = {
  /**
   * What your team calls the channel.
   */
  name: string;
  /**
   * By which service it goes. It cannot be changed later.
   */
  type: NotificationChannelType;
  /**
   * Where it goes, in the shape of the service.
   */
  config: (DiscordConfig | SlackConfig | TelegramConfig | EmailConfig);
  /**
   * What is told, 1 to 50 names of events; `lead.*` is everything about leads, `*` is everything.
   */
  events: Array<string>;
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
};

