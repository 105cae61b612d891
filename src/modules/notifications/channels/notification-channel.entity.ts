import { defineEntity, p } from '@mikro-orm/core';
import { ConflictError } from '../../../kernel/errors.js';
import { json, softDeleted, stamped, textArray, versioned } from '../../../kernel/entity.js';
import { User } from '../../users/index.js';

export const CHANNEL_TYPES = ['discord', 'telegram', 'slack', 'email'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

/**
 * `manual`: disabled by a user. `rejected`: the service will never accept a message again. `failing`: no success for a
 * day.
 */
export const CHANNEL_DISABLED_REASONS = ['manual', 'rejected', 'failing'] as const;
export type ChannelDisabledReason = (typeof CHANNEL_DISABLED_REASONS)[number];

/** Config of a channel without the secret. */
export interface ChannelConfig {
  readonly chatId?: string;
  readonly to?: readonly string[];
  readonly replyTo?: string | null;
}

const NotificationChannelSchema = defineEntity({
  name: 'NotificationChannel',
  tableName: 'notification_channels',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    type: p.string().length(20).$type<ChannelType>(),
    name: p.string().length(255),
    config: json<ChannelConfig>(),
    secret: p.text().nullable(),
    secretLast4: p.string().length(4).nullable(),
    secretUpdatedAt: p.datetime(3).nullable(),
    events: textArray(),
    filter: json<Record<string, unknown>>().nullable(),
    template: p.string().length(2000).nullable(),
    enabled: p.boolean(),
    disabledReason: p.string().length(20).$type<ChannelDisabledReason>().nullable(),
    failingSince: p.datetime(3).nullable(),
    lastError: p.string().length(500).nullable(),
    lastErrorAt: p.datetime(3).nullable(),
    pausedUntil: p.datetime(3).nullable(),
    createdBy: () => p.manyToOne(User).nullable(),
  },
});

/** A Discord, Slack, Telegram or e-mail target for notifications. */
export class NotificationChannel extends NotificationChannelSchema.class {
  /** Also clears the recorded failures. */
  enable(): void {
    this.enabled = true;
    this.disabledReason = null;
    this.forgetFailures();
  }

  disable(reason: ChannelDisabledReason): void {
    if (!this.enabled) return;
    this.enabled = false;
    this.disabledReason = reason;
  }

  forgetFailures(): void {
    this.failingSince = null;
    this.pausedUntil = null;
    this.lastError = null;
    this.lastErrorAt = null;
  }

  remove(now = new Date()): void {
    if (this.deletedAt)
      throw new ConflictError('notification-channel-deleted', 'The notification channel is already deleted.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt)
      throw new ConflictError('notification-channel-not-deleted', 'The notification channel is not deleted.');
    this.deletedAt = null;
  }
}
NotificationChannelSchema.setClass(NotificationChannel);
export { NotificationChannelSchema };
