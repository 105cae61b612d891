import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import { Reader } from '../../../platform/database/index.js';
import { Subscriber, type EventSubscriber, type FanOut, type OutboxEvent } from '../../../platform/outbox/index.js';
import { matches, type Fields, type Filter } from '../../../platform/query/index.js';
import { groupOf, SEND } from '../channels/channel-secret.js';
import { isMatched, recordOf, requireFilter } from '../channels/event-patterns.js';
import { isCritical, SystemNotices } from './system-notices.js';

interface ListeningRow {
  readonly id: string;
  readonly events: string[];
  readonly filter: Record<string, unknown> | null;
  readonly createdById: string | null;
  readonly createdAt: string;
}

/** A channel that is ready to be asked about events. */
interface Listening {
  readonly id: string;
  readonly wants: (event: OutboxEvent) => boolean;
}

// The same event and channel give the same delivery, however often the relay tells of it.
const NAMESPACE = '0f1d7a7e-6a0c-4a56-9f5b-6f1c2a9d3e41';
export const deliveryIdOf = (eventId: string, channelId: string | null): string => v5(`${eventId} ${channelId ?? 'admin'}`, NAMESPACE);

/** Makes one delivery for each event and each channel that wants it. */
@Subscriber()
@Injectable()
export class NotificationSubscriber implements EventSubscriber {
  private readonly log = new Logger('Notifications');

  constructor(
    private readonly reader: Reader,
    private readonly notices: SystemNotices,
  ) {}

  async load(): Promise<(event: OutboxEvent) => FanOut | undefined> {
    const rows = await this.reader.rows<ListeningRow>(sql`select id, events, filter, created_by_id as "createdById", created_at as "createdAt" from notification_channels where enabled and deleted_at is null order by id`);
    const listening = rows.map((row) => this.listen(row));
    const isNews = await this.notices.load();
    return (event) => {
      const to = listening.filter(({ wants }) => wants(event)).map(({ id }) => id);
      const fans = to.map((id) => fanOut(event, id));
      if (fans.length === 0 && isCritical(event) && isNews(event)) fans.push(fanOut(event, null));
      return fans.length === 0 ? undefined : { rows: fans.flatMap(({ rows: made }) => made), jobs: fans.flatMap(({ jobs }) => jobs) };
    };
  }

  /** What happened before a channel was made is not news to it, however late the relay comes to it. */
  private listen({ id, events, filter, createdById, createdAt }: ListeningRow): Listening {
    const ofKind = ({ type, occurredAt }: OutboxEvent): boolean => isMatched(events, type) && occurredAt >= createdAt;
    if (filter === null) return { id, wants: ofKind };
    const parsed = this.parse(id, events, filter);
    const record = recordOf(events);
    if (!parsed || !record) return { id, wants: () => false };
    return { id, wants: (event) => ofKind(event) && event.resourceType === record.resource && fits(event, parsed, record.fields, createdById) };
  }

  /** A field may be gone since the filter was saved: that is one channel's trouble and nobody else's. */
  private parse(id: string, events: readonly string[], filter: Record<string, unknown>): Filter | undefined {
    try {
      return requireFilter(filter, events);
    } catch (error) {
      this.log.error({ channelId: id, err: error }, 'The filter of a notification channel cannot be read any more');
      return undefined;
    }
  }
}

function fits({ payload }: OutboxEvent, filter: Filter, fields: Fields, createdById: string | null): boolean {
  const { object } = payload;
  if (typeof object !== 'object' || object === null) return false;
  return matches(filter, object, fields, { userId: createdById ?? '', teamMemberIds: [], now: new Date() });
}

function fanOut({ id: eventId, type, resourceType, resourceId }: OutboxEvent, channelId: string | null): FanOut {
  const id = deliveryIdOf(eventId, channelId);
  const row = { id, channel_id: channelId, event_id: eventId, event: type, resource_type: resourceType, resource_id: resourceId, trigger: channelId ? 'event' : 'system' };
  return { rows: [{ table: 'notification_deliveries', row }], jobs: [{ kind: SEND, refId: id, group: groupOf(channelId) }] };
}
