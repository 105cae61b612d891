import { matches } from '../query/index.js';
import { readEventFilter, typeMatcher, type EventFilter } from './event-choice.js';
import type { OutboxEvent } from './subscriber.js';

/** A listener as far as it decides what it is told. */
export interface Listening {
  readonly id: string;
  readonly events: readonly string[];
  readonly filter: object | null;
  /** Who `$me` is. */
  readonly createdById: string | null;
}

export type EventMatcher = (event: OutboxEvent, now: Date) => boolean;

/** The record that an event is about: `object` where the event tells of a change, else the whole of it. */
const recordOf = ({ payload }: OutboxEvent): object =>
  typeof payload['object'] === 'object' && payload['object'] !== null ? payload['object'] : payload;

/** Worked out once a listener's version: this is asked for every event and every listener. */
export function matcherOf({ events, filter, createdById }: Listening): EventMatcher {
  const isWanted = typeMatcher(events);
  if (filter === null) return (event) => isWanted(event.type);
  const read = stillReadable(filter, events);
  return (event, now) => {
    if (!read || !isWanted(event.type) || event.resourceType !== read.resourceType) return false;
    return matches(read.filter, recordOf(event), read.fields, { userId: createdById ?? '', teamMemberIds: [], now });
  };
}

/** A field may be gone since the filter was saved: then nothing gets through, because more than was asked for would be worse. */
function stillReadable(filter: object, events: readonly string[]): EventFilter | undefined {
  try {
    return readEventFilter(filter, events);
  } catch {
    return undefined;
  }
}
