/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DiscordConfig } from './DiscordConfig';
import type { EmailConfig } from './EmailConfig';
import type { EventSelector } from './EventSelector';
import type { NotificationChannelType } from './NotificationChannelType';
import type { RecordFilter } from './RecordFilter';
import type { SlackConfig } from './SlackConfig';
import type { TelegramConfig } from './TelegramConfig';
export type NotificationChannelCreate = {
  /**
   * Internal name of the channel
   */
  name: string;
  /**
   * Service that delivers the messages; cannot be changed
   */
  type: NotificationChannelType;
  /**
   * Configuration of the service
   */
  config: (DiscordConfig | SlackConfig | TelegramConfig | EmailConfig);
  /**
   * Event types to notify about, 1 to 50 names; `lead.*` for all lead events, `*` for all events
   */
  events: Array<EventSelector>;
  /**
   * Filter on the record of the event; needs events of one record type only. `$me` is the user who created the channel.
   */
  filter?: RecordFilter | null;
  /**
   * Message template with merge tags such as `{{object.name}}`; null for a default text. `GET /notification-channels/merge-tags` lists the tags.
   */
  template?: string | null;
  /**
   * Whether notifications are sent; default true
   */
  enabled?: boolean;
};

