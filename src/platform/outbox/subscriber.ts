import { SetMetadata } from '@nestjs/common';
import type { Insertion } from '../../kernel/events.js';
import type { NewJob } from '../jobs/job.js';

/** An event as it lies in the outbox, with the number by which the world knows it. */
export interface OutboxEvent {
  readonly id: string;
  /** Rises with every event; whoever has read up to it has missed none below. */
  readonly sequence: number;
  readonly type: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Readonly<Record<string, unknown>> | null;
  readonly requestId: string | null;
  readonly occurredAt: string;
}

/** What one event leads to. Rows are inserted `on conflict do nothing`, so that the same event twice is once. */
export interface FanOut {
  readonly rows: readonly Insertion[];
  readonly jobs: readonly NewJob[];
}

/**
 * Listens after the commit. `load` runs once for each batch, in the relay's transaction, and gives the function that
 * every event of it is put to: database only, no waiting. What throws for one event is tried again for that one.
 */
export interface EventSubscriber {
  load(events: readonly OutboxEvent[]): Promise<(event: OutboxEvent) => FanOut | undefined>;
}

export const SUBSCRIBER = 'kontor:subscriber';

/** The provider is an `EventSubscriber`: the relay puts every event to it. */
export const Subscriber = (): ClassDecorator => SetMetadata(SUBSCRIBER, true);
