import type { OutboxEvent } from '../subscriber.js';

/** Version of the public event. A breaking change gets a new version. */
export const EVENT_API_VERSION = '2026-11';

/**
 * The public form of an event: the body of webhooks and the items of the feed (Standard Webhooks, "Payload structure").
 */
export interface PublicEvent {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly apiVersion: string;
  readonly sequence: number;
  readonly actor: Readonly<Record<string, unknown>> | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Returns `evt_` and the id without hyphens. Standard Webhooks signs `id.timestamp.body`, so an id has no full stop.
 */
export const publicEventId = (id: string): string => `evt_${id.replaceAll('-', '')}`;

export function toPublicEvent({ id, type, occurredAt, sequence, actor, payload }: OutboxEvent): PublicEvent {
  return {
    id: publicEventId(id),
    type,
    timestamp: occurredAt,
    apiVersion: EVENT_API_VERSION,
    sequence,
    actor,
    data: payload,
  };
}
