import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  matcherOf,
  Subscriber,
  type EventSubscriber,
  type FanOut,
  type Listening,
  type OutboxEvent,
} from '../../../platform/outbox/index.js';
import { CustomFields, KnownRecordFields } from '../../../platform/records/index.js';
import { Creators } from '../../users/index.js';
import { channelGroupOf, SEND } from '../channels/configs/channel-secret.js';
import { isCritical, SystemNotices } from './system-notices.js';

interface Channel extends Listening {
  readonly createdAt: string;
}

// The same event and channel have the same delivery id, so that a repeated fan-out creates no second delivery.
const NAMESPACE = '0f1d7a7e-6a0c-4a56-9f5b-6f1c2a9d3e41';
export const notificationDeliveryIdOf = (eventId: string, channelId: string | null): string =>
  v5(`${eventId} ${channelId ?? 'admin'}`, NAMESPACE);

/** Creates a delivery for each channel that matches an event, if the creator of the channel can see the event. */
@Subscriber()
@Injectable()
export class NotificationSubscriber implements EventSubscriber {
  private readonly known: KnownRecordFields;

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly notices: SystemNotices,
    private readonly creators: Creators,
    customFields: CustomFields,
  ) {
    this.known = new KnownRecordFields(customFields);
  }

  async load(events: readonly OutboxEvent[]): Promise<(event: OutboxEvent) => FanOut | undefined> {
    const channels = await this.queryRunner.rows<Channel>(
      sql`select id, events, filter, created_by_id as "createdById", created_at as "createdAt"
        from notification_channels where enabled and deleted_at is null order by id`,
    );
    const fields = await this.known.all();
    const listening = channels.map((channel) => ({
      ...channel,
      wants: matcherOf(channel, (resource) => fields.get(resource)),
    }));
    const canSee = await this.creators.checkFor(
      channels.map(({ createdById }) => createdById),
      events,
    );
    const [isNew, now] = [await this.notices.load(), new Date()];
    return (event) => {
      // A channel ignores events from before its creation, even if the relay is late.
      const fans = listening
        .filter(
          ({ wants, createdAt, createdById }) =>
            event.occurredAt >= createdAt && canSee(createdById, event) && wants(event, now),
        )
        .map(({ id }) => fanOut(event, id));
      if (fans.length === 0 && isCritical(event) && isNew(event)) fans.push(fanOut(event, null));
      return fans.length === 0
        ? undefined
        : { rows: fans.flatMap(({ rows: created }) => created), jobs: fans.flatMap(({ jobs }) => jobs) };
    };
  }
}

function fanOut({ id: eventId, type, resourceType, resourceId }: OutboxEvent, channelId: string | null): FanOut {
  const id = notificationDeliveryIdOf(eventId, channelId);
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
    jobs: [{ kind: SEND, refId: id, group: channelGroupOf(channelId) }],
  };
}
