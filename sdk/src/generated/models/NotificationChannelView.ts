/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EmailConfigView } from './EmailConfigView';
import type { NotificationChannelType } from './NotificationChannelType';
import type { NotificationDisabledReason } from './NotificationDisabledReason';
import type { RecordFilter } from './RecordFilter';
import type { TelegramConfigView } from './TelegramConfigView';
import type { WebhookConfigView } from './WebhookConfigView';
export type NotificationChannelView = {
  /**
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Internal name of the channel
   */
  name: string;
  /**
   * Service that delivers the messages
   */
  type: NotificationChannelType;
  /**
   * Configuration of the service, without secrets
   */
  config: (WebhookConfigView | TelegramConfigView | EmailConfigView);
  /**
   * Event types to notify about
   */
  events: Array<string>;
  /**
   * Filter on the record of the event; only matching events cause a notification
   */
  filter: RecordFilter | null;
  /**
   * Message template with merge tags; null for a default text
   */
  template: string | null;
  /**
   * Whether notifications are sent
   */
  enabled: boolean;
  /**
   * Reason why the channel is disabled: by a user, permanently rejected by the service, or no message delivered for a day
   */
  disabledReason: NotificationDisabledReason | null;
  /**
   * Time of the last delivered message
   */
  lastSentAt: string | null;
  /**
   * Time since which no message is delivered; null if there is no problem
   */
  failingSince: string | null;
  /**
   * Last error since the channel was enabled
   */
  lastError: string | null;
  /**
   * Time of the last error
   */
  lastErrorAt: string | null;
  /**
   * Id of the user who created the channel
   */
  createdById: string | null;
  /**
   * Whether the creator is still active. Only events that the creator may see are sent; none after the creator leaves, until the owner changes.
   */
  isCreatorActive: boolean;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   */
  deletedAt: string | null;
  /**
   * Version number, also in the ETag of the channel
   */
  version: number;
};

