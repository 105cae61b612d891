import type { OutboxEvent } from './subscriber.js';

/** The version of the shape below; a change that breaks receivers gets a new one. */
export const EVENT_API_VERSION = '2026-11';

/** An event as the world sees it: the body of webhooks and the rows of the feed (Standard Webhooks, "Payload structure"). */
export interface PublicEvent {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly apiVersion: string;
  readonly sequence: number;
  readonly actor: Readonly<Record<string, unknown>> | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** `evt_` and the id without hyphens: Standard Webhooks signs `id.timestamp.body`, so an id has no full stop. */
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
