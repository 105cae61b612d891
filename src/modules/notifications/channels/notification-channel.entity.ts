import { defineEntity, p } from '@mikro-orm/core';
import { Conflict } from '../../../kernel/errors.js';
import { softDeleted, stamped, versioned } from '../../../kernel/entity.js';
import { User } from '../../users/index.js';

export const CHANNEL_TYPES = ['discord', 'telegram', 'slack', 'email'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

/** `manual`: by a person. `rejected`: the service said that nothing will ever arrive. `failing`: nothing arrived for a day. */
export const DISABLED_REASONS = ['manual', 'rejected', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** What a channel needs to know besides its secret. */
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
    config: p.json<ChannelConfig>(),
    secret: p.text().nullable(),
    secretLast4: p.string().length(4).nullable(),
    secretUpdatedAt: p.datetime(3).nullable(),
    events: p.array().$type<string[]>(),
    filter: p.json<Record<string, unknown>>().nullable(),
    template: p.string().length(2000).nullable(),
    enabled: p.boolean(),
    disabledReason: p.string().length(20).$type<DisabledReason>().nullable(),
    failingSince: p.datetime(3).nullable(),
    lastError: p.string().length(500).nullable(),
    lastErrorAt: p.datetime(3).nullable(),
    pausedUntil: p.datetime(3).nullable(),
    createdBy: () => p.manyToOne(User).nullable(),
  },
});

/** A way by which a team hears of what happens. */
export class NotificationChannel extends NotificationChannelSchema.class {
  /** Whatever went wrong before is forgotten: somebody says that it works now. */
  enable(): void {
    this.enabled = true;
    this.disabledReason = null;
    this.forgetFailures();
  }

  disable(reason: DisabledReason): void {
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
      throw new Conflict('notification-channel-deleted', 'The notification channel is deleted already.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt)
      throw new Conflict('notification-channel-not-deleted', 'The notification channel is not deleted.');
    this.deletedAt = null;
  }
}
NotificationChannelSchema.setClass(NotificationChannel);
export { NotificationChannelSchema };
