import { eventTypes, type EventType } from '../../../kernel/events.js';
import { invalidAt } from '../../../kernel/errors.js';
import { parseFilter, recordFieldsOf, type Filter } from '../../../platform/query/index.js';
import { covers, isWildcard } from './event-patterns.js';

const typesOf = (pattern: string): EventType[] => eventTypes().filter(({ type }) => covers(pattern, type));

/** Refuses what never happens: a typing mistake would be silence. */
export function requireKnownEvents(patterns: readonly string[]): void {
  patterns.forEach((pattern, index) => {
    if (pattern === '*' || typesOf(pattern).length > 0) return;
    throw invalidAt(`#/events/${index}`, 'unknown-event', `there is no event ${isWildcard(pattern) ? 'like ' : ''}${pattern}`);
  });
}

/** A filter speaks of one kind of record, so every event must be about that kind. */
export function readEventFilter(filter: object, patterns: readonly string[]): Filter {
  const [resource, ...others] = new Set(patterns.flatMap((pattern) => typesOf(pattern).map(({ resourceType }) => resourceType)));
  if (resource === undefined || others.length > 0) throw invalidAt('#/filter', 'mixed-events', 'a filter goes with events of one kind of record only');
  const fields = recordFieldsOf(resource);
  if (!fields) throw invalidAt('#/filter', 'no-filter', `events of ${resource} cannot be filtered`);
  return parseFilter(filter, fields);
}
