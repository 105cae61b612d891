import { toPublicEvent, type OutboxEvent } from '../../../platform/outbox/index.js';

const MOST_BYTES = 256 * 1_024;

/** Returns the body to sign and send. The data of a body over 256 KiB contains only the type and id of the record. */
export function bodyOf(event: OutboxEvent): string {
  const publicEvent = toPublicEvent(event);
  const body = JSON.stringify(publicEvent);
  if (Buffer.byteLength(body) <= MOST_BYTES) return body;
  return JSON.stringify({
    ...publicEvent,
    data: { resourceType: event.resourceType, resourceId: event.resourceId, truncated: true },
  });
}
