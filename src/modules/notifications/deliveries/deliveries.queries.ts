import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { Reader } from '../../../platform/database/index.js';
import {
  field,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type RecordSource,
} from '../../../platform/query/index.js';
import { ChannelsQueries } from '../channels/channels.queries.js';
import { DELIVERY_STATUSES, type NotificationDeliveryQuery, type NotificationDeliveryView } from './deliveries.dto.js';

const columns: Record<keyof NotificationDeliveryView, RawBuilder<unknown>> = {
  id: sql.ref('d.id'),
  channelId: sql.ref('d.channel_id'),
  eventId: sql`'evt_' || replace(d.event_id::text, '-', '')`,
  event: sql.ref('d.event'),
  resourceType: sql.ref('d.resource_type'),
  resourceId: sql.ref('d.resource_id'),
  trigger: sql.ref('d.trigger'),
  status: sql.ref('d.status'),
  attempts: sql.ref('d.attempts'),
  errorCode: sql.ref('d.error_code'),
  detail: sql.ref('d.detail'),
  providerMessageId: sql.ref('d.provider_message_id'),
  digestId: sql.ref('d.digest_id'),
  collapsedCount: sql.ref('d.collapsed_count'),
  durationMs: sql.ref('d.duration_ms'),
  createdAt: sql.ref('d.created_at'),
  attemptedAt: sql.ref('d.attempted_at'),
  nextAttemptAt: sql.ref('d.next_attempt_at'),
  completedAt: sql.ref('d.completed_at'),
};
const shown = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));

const deliveryFields = {
  status: field.choice('d.status', DELIVERY_STATUSES),
  event: field.text('d.event'),
  createdAt: field.timestamp('d.created_at', { sort: true }),
} satisfies Fields;

const source: RecordSource = {
  resource: 'notification-deliveries',
  from: sql`notification_deliveries d`,
  id: sql.ref('d.id'),
  fields: deliveryFields,
  columns,
  live: sql`true`,
};

/** Reads of what was sent, and what was not. */
@Injectable()
export class DeliveriesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly lists: RecordLists,
    private readonly channels: ChannelsQueries,
  ) {}

  async list(
    channelId: string,
    { limit = 25, cursor, count = 'none', sort, ...filters }: NotificationDeliveryQuery,
  ): Promise<Page<NotificationDeliveryView>> {
    await this.channels.get(channelId, { deleted: 'any' });
    const filter = simpleFilter({ ...filters }, deliveryFields);
    return this.lists.page<NotificationDeliveryView>(source, {
      where: [sql`d.channel_id = ${channelId}::uuid`],
      limit,
      count,
      sort: parseSort(sort, deliveryFields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(id: string): Promise<NotificationDeliveryView> {
    const delivery = await this.reader.row<NotificationDeliveryView>(
      sql`select ${shown} from notification_deliveries d where d.id = ${id}`,
    );
    if (!delivery) throw notFound('notification-delivery');
    return delivery;
  }
}
