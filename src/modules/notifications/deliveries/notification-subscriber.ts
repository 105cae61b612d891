import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import { Reader } from '../../../platform/database/index.js';
import {
  matcherOf,
  Subscriber,
  type EventSubscriber,
  type FanOut,
  type Listening,
  type OutboxEvent,
} from '../../../platform/outbox/index.js';
import { Makers } from '../../users/index.js';
import { groupOf, SEND } from '../channels/channel-secret.js';
import { isCritical, SystemNotices } from './system-notices.js';

interface Channel extends Listening {
  readonly createdAt: string;
}

// The same event and channel give the same delivery, however often the relay tells of it.
const NAMESPACE = '0f1d7a7e-6a0c-4a56-9f5b-6f1c2a9d3e41';
export const deliveryIdOf = (eventId: string, channelId: string | null): string =>
  v5(`${eventId} ${channelId ?? 'admin'}`, NAMESPACE);

/** Makes one delivery for each event and each channel that wants it and whose maker sees it. */
@Subscriber()
@Injectable()
export class NotificationSubscriber implements EventSubscriber {
  constructor(
    private readonly reader: Reader,
    private readonly notices: SystemNotices,
    private readonly makers: Makers,
  ) {}

  async load(events: readonly OutboxEvent[]): Promise<(event: OutboxEvent) => FanOut | undefined> {
    const channels = await this.reader.rows<Channel>(
      sql`select id, events, filter, created_by_id as "createdById", created_at as "createdAt" from notification_channels where enabled and deleted_at is null order by id`,
    );
    const listening = channels.map((channel) => ({ ...channel, wants: matcherOf(channel) }));
    const maySee = await this.makers.sightOf(
      channels.map(({ createdById }) => createdById),
      events,
    );
    const [isNews, now] = [await this.notices.load(), new Date()];
    return (event) => {
      // What happened before a channel was made is not news to it, however late the relay comes to it.
      const fans = listening
        .filter(
          ({ wants, createdAt, createdById }) =>
            event.occurredAt >= createdAt && maySee(createdById, event) && wants(event, now),
        )
        .map(({ id }) => fanOut(event, id));
      if (fans.length === 0 && isCritical(event) && isNews(event)) fans.push(fanOut(event, null));
      return fans.length === 0
        ? undefined
        : { rows: fans.flatMap(({ rows: made }) => made), jobs: fans.flatMap(({ jobs }) => jobs) };
    };
  }
}

function fanOut({ id: eventId, type, resourceType, resourceId }: OutboxEvent, channelId: string | null): FanOut {
  const id = deliveryIdOf(eventId, channelId);
  const row = {
    id,
    channel_id: channelId,
    event_id: eventId,
    event: type,
    resource_type: resourceType,
    resource_id: resourceId,
    trigger: channelId ? 'event' : 'system',
  };
  return {
    rows: [{ table: 'notification_deliveries', row }],
    jobs: [{ kind: SEND, refId: id, group: groupOf(channelId) }],
  };
}
