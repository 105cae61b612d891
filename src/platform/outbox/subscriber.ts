import { SetMetadata } from '@nestjs/common';
import type { Insertion } from '../../kernel/events.js';
import type { NewJob } from '../jobs/job.js';

/** An event in the outbox, with its number in the feed. */
export interface OutboxEvent {
  readonly id: string;
  /** Increases with every event. A reader that has read a number has missed no lower one. */
  readonly sequence: number;
  readonly type: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Readonly<Record<string, unknown>> | null;
  readonly requestId: string | null;
  readonly occurredAt: string;
}

/**
 * The effects of one event. Rows are inserted `on conflict do nothing`, so that a repeated event has no further effect.
 */
export interface FanOut {
  readonly rows: readonly Insertion[];
  readonly jobs: readonly NewJob[];
}

/**
 * Handles events after the commit. `load` runs once per batch in the transaction of the relay and returns a function
 * for its events. Only database access is allowed. If the function throws for an event, only this event is retried.
 */
export interface EventSubscriber {
  load(events: readonly OutboxEvent[]): Promise<(event: OutboxEvent) => FanOut | undefined>;
}

export const SUBSCRIBER = 'kontor:subscriber';

/** Marks a provider that implements `EventSubscriber`: the relay gives every event to it. */
export const Subscriber = (): ClassDecorator => SetMetadata(SUBSCRIBER, true);
