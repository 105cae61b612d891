import { matches } from '../../query/index.js';
import { readEventFilter, typeMatcher, type EventFilter, type FieldsOf } from './event-choice.js';
import type { OutboxEvent } from '../subscriber.js';

/** The properties of a subscription that select its events. */
export interface Listening {
  readonly id: string;
  readonly events: readonly string[];
  readonly filter: object | null;
  /** The user of `$me`. */
  readonly createdById: string | null;
}

export type EventMatcher = (event: OutboxEvent, now: Date) => boolean;

/** Returns the record of an event: `object` for a change, otherwise the whole payload. */
const recordOf = ({ payload }: OutboxEvent): object =>
  typeof payload['object'] === 'object' && payload['object'] !== null ? payload['object'] : payload;

/** Compiled once per version of a subscription, because it runs for every event. */
export function matcherOf({ events, filter, createdById }: Listening, fieldsOf?: FieldsOf): EventMatcher {
  const isRequested = typeMatcher(events);
  if (filter === null) return (event) => isRequested(event.type);
  const read = stillReadable(filter, events, fieldsOf);
  return (event, now) => {
    if (!read || !isRequested(event.type) || event.resourceType !== read.resourceType) return false;
    return matches(read.filter, recordOf(event), read.fields, { userId: createdById ?? '', teamMemberIds: [], now });
  };
}

/** If a field was deleted after the filter was saved, no event matches: too few events are safer than too many. */
function stillReadable(
  filter: object,
  events: readonly string[],
  fieldsOf: FieldsOf | undefined,
): EventFilter | undefined {
  try {
    return readEventFilter(filter, events, fieldsOf);
  } catch {
    return undefined;
  }
}
