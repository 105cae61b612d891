/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EmailConfigView } from './EmailConfigView';
import type { NotificationChannelType } from './NotificationChannelType';
import type { NotificationDisabledReason } from './NotificationDisabledReason';
import type { TelegramConfigView } from './TelegramConfigView';
import type { WebhookConfigView } from './WebhookConfigView';
export type NotificationChannelView = {
  /**
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * What your team calls the channel.
   */
  name: string;
  /**
   * By which service it goes.
   */
  type: NotificationChannelType;
  /**
   * Where it goes, without what is secret.
   */
  config: (WebhookConfigView | TelegramConfigView | EmailConfigView);
  /**
   * What is told.
   */
  events: Array<string>;
  /**
   * Only for records that it fits.
   */
  filter: Record<string, any> | null;
  /**
   * The text with merge tags; a text that fits the event when null.
   */
  template: string | null;
  /**
   * Whether it is told anything.
   */
  enabled: boolean;
  /**
   * Why it is not: by a person, because the service refused it for good, or because nothing arrived for a day.
   */
  disabledReason: NotificationDisabledReason | null;
  /**
   * When a message last arrived.
   */
  lastSentAt: string | null;
  /**
   * Since when nothing arrives; null while all is well.
   */
  failingSince: string | null;
  /**
   * What went wrong last since it was last enabled.
   */
  lastError: string | null;
  /**
   * When that was.
   */
  lastErrorAt: string | null;
  /**
   * Who made the channel.
   */
  createdById: string | null;
  /**
   * Whether who made it still works here. It is told what they may see: nothing once they have left, until it is handed over to somebody else.
   */
  isMakerActive: boolean;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   */
  deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the channel.
   */
  version: number;
};

