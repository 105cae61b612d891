import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Config } from '../../../../platform/config/index.js';
import { SecretCipher } from '../../../../platform/crypto/index.js';
import { QueryRunner } from '../../../../platform/database/index.js';
import { Settings } from '../../../settings/index.js';
import { secretCipherContext } from '../../channels/configs/channel-secret.js';
import type { ChannelConfig, ChannelType } from '../../channels/notification-channel.entity.js';
import type { NotificationEvent } from '../../messages/notification-event.js';
import type { Recipient } from '../../services/send-attempt.js';
import type { NotificationDeliveryStatusName, NotificationTriggerName } from '../deliveries.dto.js';

export interface EventRow {
  readonly event: string;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly occurredAt: string;
  /** Null if the event is no longer in the event feed. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  readonly actor: Readonly<Record<string, unknown>> | null;
}

/** A delivery with all data for sending. */
export interface OpenDelivery extends EventRow {
  readonly id: string;
  readonly channelId: string | null;
  readonly trigger: NotificationTriggerName;
  readonly status: NotificationDeliveryStatusName;
  readonly round: number;
  readonly ageSeconds: number;
  readonly pausedSeconds: number;
  readonly type: ChannelType | null;
  readonly config: ChannelConfig | null;
  readonly secret: string | null;
  readonly template: string | null;
  readonly isOpen: boolean;
}

export const eventColumns = sql`d.event, d.resource_type as "resourceType", d.resource_id
  as "resourceId", coalesce(e.occurred_at, d.created_at)
  as "occurredAt", e.payload, e.actor`;

/** Reads deliveries before each attempt, because channels may change after a delivery is queued. */
@Injectable()
export class OpenDeliveries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly cipher: SecretCipher,
    private readonly settings: Settings,
    private readonly config: Config,
  ) {}

  find(id: string): Promise<OpenDelivery | undefined> {
    return this.queryRunner.row<OpenDelivery>(sql`
      select d.id, d.channel_id as "channelId", d.trigger, d.status, d.round, extract(epoch
        from now() - d.queued_at)::float8 as "ageSeconds",
        coalesce(greatest(extract(epoch from c.paused_until - now()), 0), 0)::float8
          as "pausedSeconds", c.type, c.config, c.secret, c.template,
        d.channel_id is null or (c.enabled and c.deleted_at is null) as "isOpen", ${eventColumns}
      from notification_deliveries d left join notification_channels c on c.id = d.channel_id left join events e
        on e.id = d.event_id
      where d.id = ${id}`);
  }

  /** Returns undefined if there is no recipient, because the setting `admin_email` is not set. */
  async recipientOf({
    channelId,
    type,
    config,
    secret,
  }: Pick<OpenDelivery, 'channelId' | 'type' | 'config' | 'secret'>): Promise<Recipient | undefined> {
    if (channelId && type)
      return {
        channelId,
        type,
        config: config ?? {},
        secret: secret ? this.cipher.decrypt(secret, secretCipherContext(channelId)) : '',
      };
    const admin = await this.settings.get('admin_email');
    return admin === null ? undefined : { channelId: null, type: 'email', config: { to: [admin] }, secret: '' };
  }

  async notificationOf({
    event,
    resourceType,
    resourceId,
    occurredAt,
    payload,
    actor,
  }: EventRow): Promise<NotificationEvent> {
    return {
      event,
      resourceType,
      resourceId,
      occurredAt,
      payload: payload ?? {},
      actor,
      companyName: await this.settings.get('company_name'),
      publicUrl: this.config.PUBLIC_URL ?? `http://${this.config.HOST}:${this.config.PORT}`,
    };
  }
}
