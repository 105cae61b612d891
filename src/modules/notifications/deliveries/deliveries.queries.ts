import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  field,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type RecordSource,
} from '../../../platform/query/index.js';
import { canSeeRecord } from '../../../platform/visibility/index.js';
import { ChannelsQueries } from '../channels/channels.queries.js';
import {
  NOTIFICATION_DELIVERY_STATUSES,
  type NotificationDeliveryQuery,
  type NotificationDeliveryView,
} from './deliveries.dto.js';

const columns: Record<Exclude<keyof NotificationDeliveryView, 'resourceId'>, RawBuilder<unknown>> = {
  id: sql.ref('sent.id'),
  channelId: sql.ref('sent.channel_id'),
  eventId: sql`'evt_' || replace(sent.event_id::text, '-', '')`,
  event: sql.ref('sent.event'),
  resourceType: sql.ref('sent.resource_type'),
  trigger: sql.ref('sent.trigger'),
  status: sql.ref('sent.status'),
  attempts: sql.ref('sent.attempts'),
  errorCode: sql.ref('sent.error_code'),
  detail: sql.ref('sent.detail'),
  providerMessageId: sql.ref('sent.provider_message_id'),
  digestId: sql.ref('sent.digest_id'),
  collapsedCount: sql.ref('sent.collapsed_count'),
  durationMs: sql.ref('sent.duration_ms'),
  createdAt: sql.ref('sent.created_at'),
  attemptedAt: sql.ref('sent.attempted_at'),
  nextAttemptAt: sql.ref('sent.next_attempt_at'),
  completedAt: sql.ref('sent.completed_at'),
};
const shown = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));

/** Returns the record id only if the actor can see the record. A channel of another user may report any record. */
const resourceIdFor = (actor: Actor): RawBuilder<unknown> => {
  const isSeen = sql.join(
    [sql`true`, ...canSeeRecord(actor, sql.ref('sent.resource_type'), sql.ref('sent.resource_id'))],
    sql` and `,
  );
  return sql`case when ${isSeen} then sent.resource_id end`;
};

const deliveryFields = {
  status: field.choice('sent.status', NOTIFICATION_DELIVERY_STATUSES),
  event: field.text('sent.event'),
  createdAt: field.timestamp('sent.created_at', { sort: true }),
} satisfies Fields;

const source: RecordSource = {
  resource: 'notification-deliveries',
  from: sql`notification_deliveries sent`,
  id: sql.ref('sent.id'),
  fields: deliveryFields,
  columns,
  live: sql`true`,
};

@Injectable()
export class NotificationDeliveriesQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly channels: ChannelsQueries,
  ) {}

  async list(
    actor: Actor,
    channelId: string,
    { limit = 25, cursor, count = 'none', sort, ...filters }: NotificationDeliveryQuery,
  ): Promise<Page<NotificationDeliveryView>> {
    await this.channels.get(channelId, { deleted: 'any' });
    const filter = simpleFilter({ ...filters }, deliveryFields);
    return this.lists.page<NotificationDeliveryView>(source, {
      where: [sql`sent.channel_id = ${channelId}::uuid`],
      limit,
      count,
      sort: parseSort(sort, deliveryFields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      include: { resourceId: resourceIdFor(actor) },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(actor: Actor, id: string): Promise<NotificationDeliveryView> {
    const delivery = await this.queryRunner.row<NotificationDeliveryView>(sql`
      select ${shown}, ${resourceIdFor(actor)} as "resourceId" from notification_deliveries sent where sent.id = ${id}`);
    if (!delivery) throw notFound('notification-delivery');
    return delivery;
  }
}
