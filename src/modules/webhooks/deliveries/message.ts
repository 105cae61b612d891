import { toPublicEvent, type OutboxEvent } from '../../../platform/outbox/index.js';

const MOST_BYTES = 256 * 1_024;

/** The text that is signed and sent. What is too large for a receiver only says of which record there is news. */
export function bodyOf(event: OutboxEvent): string {
  const told = toPublicEvent(event);
  const body = JSON.stringify(told);
  if (Buffer.byteLength(body) <= MOST_BYTES) return body;
  return JSON.stringify({
    ...told,
    data: { resourceType: event.resourceType, resourceId: event.resourceId, truncated: true },
  });
}
