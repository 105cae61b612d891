import type { OutboxEvent } from '../../../platform/outbox/index.js';
import { matches, parseFilter, recordFieldsOf, type Fields, type Filter } from '../../../platform/query/index.js';
import { typeMatcher } from './event-patterns.js';

/** An endpoint as far as it decides what it is told. */
export interface Listening {
  readonly id: string;
  readonly events: readonly string[];
  readonly filter: object | null;
  /** Who `$me` is. */
  readonly createdById: string | null;
}

export type EventMatcher = (event: OutboxEvent, now: Date) => boolean;

/** The record that an event is about: `object` where the event tells of a change, else the whole of it. */
const recordOf = ({ payload }: OutboxEvent): object => (typeof payload['object'] === 'object' && payload['object'] !== null ? payload['object'] : payload);

/** Worked out once an endpoint's version: this is asked for every event and every endpoint. */
export function matcherOf({ id, events, filter, createdById }: Listening): EventMatcher {
  const isWanted = typeMatcher(events);
  // What an endpoint suffers is never told to itself: failing to hear of it would be the next thing to tell.
  const isOwn = ({ resourceType, resourceId }: OutboxEvent): boolean => resourceType === 'webhooks' && resourceId === id;
  if (filter === null) return (event) => isWanted(event.type) && !isOwn(event);
  const read = filterReader(filter);
  return (event, now) => {
    if (!isWanted(event.type) || isOwn(event)) return false;
    const parsed = read(event.resourceType);
    return parsed !== undefined && matches(parsed.filter, recordOf(event), parsed.fields, { userId: createdById ?? '', teamMemberIds: [], now });
  };
}

interface Parsed {
  readonly filter: Filter;
  readonly fields: Fields;
}

/** A filter that the resource does not understand (any more) lets nothing through: to send more than was asked for would be worse. */
function filterReader(filter: object): (resourceType: string) => Parsed | undefined {
  const known = new Map<string, Parsed | undefined>();
  return (resourceType) => {
    if (!known.has(resourceType)) known.set(resourceType, parse(filter, recordFieldsOf(resourceType)));
    return known.get(resourceType);
  };
}

function parse(filter: object, fields: Fields | undefined): Parsed | undefined {
  if (!fields) return undefined;
  try {
    return { filter: parseFilter(filter, fields), fields };
  } catch {
    return undefined;
  }
}
