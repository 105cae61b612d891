import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Config } from '../../../platform/config/index.js';
import { Vault } from '../../../platform/crypto/index.js';
import { Reader } from '../../../platform/database/index.js';
import { Settings } from '../../settings/index.js';
import { secretPlace } from '../channels/channel-secret.js';
import type { ChannelConfig, ChannelType } from '../channels/notification-channel.entity.js';
import type { Telling } from '../messages/telling.js';
import type { Recipient } from '../services/attempt.js';
import type { DeliveryStatus, DeliveryTrigger } from './deliveries.dto.js';

export interface EventRow {
  readonly event: string;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly occurredAt: string;
  /** Null where the event is older than the feed keeps them. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  readonly actor: Readonly<Record<string, unknown>> | null;
}

/** A delivery with all that sending it needs. */
export interface OpenDelivery extends EventRow {
  readonly id: string;
  readonly channelId: string | null;
  readonly trigger: DeliveryTrigger;
  readonly status: DeliveryStatus;
  readonly round: number;
  readonly ageSeconds: number;
  readonly pausedSeconds: number;
  readonly type: ChannelType | null;
  readonly config: ChannelConfig | null;
  readonly secret: string | null;
  readonly template: string | null;
  readonly isOpen: boolean;
}

export const eventColumns = sql`d.event, d.resource_type as "resourceType", d.resource_id as "resourceId", coalesce(e.occurred_at, d.created_at) as "occurredAt", e.payload, e.actor`;

/** What is about to be sent: read anew each time, because everything may have changed since it was queued. */
@Injectable()
export class OpenDeliveries {
  constructor(
    private readonly reader: Reader,
    private readonly vault: Vault,
    private readonly settings: Settings,
    private readonly config: Config,
  ) {}

  find(id: string): Promise<OpenDelivery | undefined> {
    return this.reader.row<OpenDelivery>(sql`
      select d.id, d.channel_id as "channelId", d.trigger, d.status, d.round, extract(epoch from now() - d.queued_at)::float8 as "ageSeconds",
        coalesce(greatest(extract(epoch from c.paused_until - now()), 0), 0)::float8 as "pausedSeconds", c.type, c.config, c.secret, c.template,
        d.channel_id is null or (c.enabled and c.deleted_at is null) as "isOpen", ${eventColumns}
      from notification_deliveries d left join notification_channels c on c.id = d.channel_id left join events e on e.id = d.event_id
      where d.id = ${id}`);
  }

  /** Undefined where there is nobody to write to. */
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
        secret: secret ? this.vault.open(secret, secretPlace(channelId)) : '',
      };
    const admin = await this.settings.get('admin_email');
    return admin === null ? undefined : { channelId: null, type: 'email', config: { to: [admin] }, secret: '' };
  }

  async tellingOf({ event, resourceType, resourceId, occurredAt, payload, actor }: EventRow): Promise<Telling> {
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
