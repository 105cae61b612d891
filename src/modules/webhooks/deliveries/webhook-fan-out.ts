import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import type { Insertion } from '../../../kernel/events.js';
import { QueryRunner } from '../../../platform/database/index.js';
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
import type { Fields } from '../../../platform/query/index.js';
import { CustomFields, KnownRecordFields } from '../../../platform/records/index.js';
import { Creators } from '../../users/index.js';
import { webhookGroupOf } from '../webhook.entity.js';
import { DELIVER } from './webhook-delivery-queue.js';
import { bodyOf } from './message.js';

interface Endpoint extends Listening {
  readonly enabled: boolean;
  readonly version: number;
}

interface Compiled {
  readonly version: number;
  readonly isMeant: EventMatcher;
}

/** Returns the same id for the same event and webhook, so that a repeated fan-out refers to the same row. */
export const webhookDeliveryIdOf = (eventId: string, webhookId: string): string => v5(eventId, webhookId);

/**
 * Creates a delivery for each webhook that matches an event, if the creator of the webhook can see the event. The
 * delivery of a disabled webhook is `skipped`, so that a recovery can send the delivery later.
 */
@Subscriber()
@Injectable()
export class WebhookFanOut implements EventSubscriber {
  private compiled = new Map<string, Compiled>();
  private fields: ReadonlyMap<string, Fields> | undefined;
  private readonly known: KnownRecordFields;

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly creators: Creators,
    customFields: CustomFields,
  ) {
    this.known = new KnownRecordFields(customFields);
  }

  async load(events: readonly OutboxEvent[]): Promise<(event: OutboxEvent) => FanOut | undefined> {
    const endpoints = await this.queryRunner.rows<Endpoint>(sql`
      select id, events, filter, created_by_id as "createdById", enabled, version from webhooks where deleted_at is null
        order by created_at, id`);
    await this.dropOutdatedFilters();
    const active = endpoints.map((endpoint) => ({ endpoint, isMeant: this.matcherFor(endpoint) }));
    this.compiled = new Map(active.map(({ endpoint: { id, version }, isMeant }) => [id, { version, isMeant }]));
    const canSee = await this.creators.checkFor(
      endpoints.map(({ createdById }) => createdById),
      events,
    );
    const now = new Date();
    return (event) =>
      fanOut(
        event,
        active
          .filter(
            ({ endpoint, isMeant }) =>
              canSee(endpoint.createdById, event) && isMeant(event, now) && !isAbout(event, endpoint),
          )
          .map(({ endpoint }) => endpoint),
      );
  }

  /** Drops the compiled filters after a change of the custom fields. */
  private async dropOutdatedFilters(): Promise<void> {
    const fields = await this.known.all();
    if (fields !== this.fields) this.compiled.clear();
    this.fields = fields;
  }

  private matcherFor(endpoint: Endpoint): EventMatcher {
    const known = this.compiled.get(endpoint.id);
    return known?.version === endpoint.version
      ? known.isMeant
      : matcherOf(endpoint, (resource) => this.fields?.get(resource));
  }
}

// A webhook receives no events about itself: a failure to send such an event would cause the next event.
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
    row: { id: webhookDeliveryIdOf(event.id, id), webhook_id: id, event_id: event.id, event_type: event.type, ...end },
  };
}

const deliveryJob = (event: OutboxEvent, { id }: Endpoint): NewJob => ({
  kind: DELIVER,
  refId: webhookDeliveryIdOf(event.id, id),
  group: webhookGroupOf(id),
});
