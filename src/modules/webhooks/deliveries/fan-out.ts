import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import type { Insertion } from '../../../kernel/events.js';
import { Reader } from '../../../platform/database/index.js';
import type { NewJob } from '../../../platform/jobs/index.js';
import {
  matcherOf,
  Subscriber,
  type EventMatcher,
  type EventSubscriber,
  type FanOut,
  type Listening,
  type OutboxEvent,
} from '../../../platform/outbox/index.js';
import { Makers } from '../../users/index.js';
import { groupOf } from '../webhook.entity.js';
import { DELIVER } from './delivery-queue.js';
import { bodyOf } from './message.js';

interface Endpoint extends Listening {
  readonly enabled: boolean;
  readonly version: number;
}

interface Compiled {
  readonly version: number;
  readonly isMeant: EventMatcher;
}

/** The same for the same event and endpoint, so that whoever comes second names the row that the first one made. */
export const deliveryIdOf = (eventId: string, webhookId: string): string => v5(eventId, webhookId);

/** One delivery for each event and endpoint that wants it and whose maker sees it; none is kept of the others, or making up for it would tell them after all; one that is disabled gets it as `skipped`, to be made up for. */
@Subscriber()
@Injectable()
export class WebhookFanOut implements EventSubscriber {
  private compiled = new Map<string, Compiled>();

  constructor(
    private readonly reader: Reader,
    private readonly makers: Makers,
  ) {}

  async load(events: readonly OutboxEvent[]): Promise<(event: OutboxEvent) => FanOut | undefined> {
    const endpoints = await this.reader.rows<Endpoint>(sql`
      select id, events, filter, created_by_id as "createdById", enabled, version from webhooks where deleted_at is null order by created_at, id`);
    const living = endpoints.map((endpoint) => ({ endpoint, isMeant: this.matcherFor(endpoint) }));
    this.compiled = new Map(living.map(({ endpoint: { id, version }, isMeant }) => [id, { version, isMeant }]));
    const maySee = await this.makers.sightOf(
      endpoints.map(({ createdById }) => createdById),
      events,
    );
    const now = new Date();
    return (event) =>
      fanOut(
        event,
        living
          .filter(
            ({ endpoint, isMeant }) =>
              maySee(endpoint.createdById, event) && isMeant(event, now) && !isAbout(event, endpoint),
          )
          .map(({ endpoint }) => endpoint),
      );
  }

  private matcherFor(endpoint: Endpoint): EventMatcher {
    const known = this.compiled.get(endpoint.id);
    return known?.version === endpoint.version ? known.isMeant : matcherOf(endpoint);
  }
}

// What an endpoint suffers is never told to itself: failing to hear of it would be the next thing to tell.
const isAbout = ({ resourceType, resourceId }: OutboxEvent, { id }: Endpoint): boolean =>
  resourceType === 'webhooks' && resourceId === id;

function fanOut(event: OutboxEvent, endpoints: readonly Endpoint[]): FanOut | undefined {
  if (endpoints.length === 0) return undefined;
  const message: Insertion = {
    table: 'webhook_messages',
    row: { event_id: event.id, resource_type: event.resourceType, resource_id: event.resourceId, body: bodyOf(event) },
  };
  return {
    rows: [message, ...endpoints.map((endpoint) => deliveryRow(event, endpoint))],
    jobs: endpoints.filter(({ enabled }) => enabled).map((endpoint) => deliveryJob(event, endpoint)),
  };
}

function deliveryRow(event: OutboxEvent, { id, enabled }: Endpoint): Insertion {
  const end = enabled
    ? { status: 'pending', completed_at: null }
    : { status: 'skipped', completed_at: new Date().toISOString() };
  return {
    table: 'webhook_deliveries',
    row: { id: deliveryIdOf(event.id, id), webhook_id: id, event_id: event.id, event_type: event.type, ...end },
  };
}

const deliveryJob = (event: OutboxEvent, { id }: Endpoint): NewJob => ({
  kind: DELIVER,
  refId: deliveryIdOf(event.id, id),
  group: groupOf(id),
});
