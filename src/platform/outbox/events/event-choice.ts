import { eventTypes, isMeantBy, type EventType } from '../../../kernel/events.js';
import { invalidAt } from '../../../kernel/errors.js';
import { parseFilter, recordFieldsOf, type Fields, type Filter } from '../../query/index.js';

/** `*`, `lead.*` or `lead.created`. */
const PATTERN = /^(\*|[a-z0-9_]+(\.[a-z0-9_]+)*(\.\*|\.[a-z0-9_]+))$/;
const MOST_EVENTS = 50;

const isWildcard = (pattern: string): boolean => pattern.endsWith('*');
const typesOf = (pattern: string): EventType[] => eventTypes().filter(({ type }) => isMeantBy(pattern, type));

/** Requires 1 to 50 known event names. An unknown name would never match. */
export function requireEventChoice(patterns: readonly string[]): void {
  if (patterns.length === 0) throw invalidAt('#/events', 'empty', 'events must name at least one');
  if (patterns.length > MOST_EVENTS)
    throw invalidAt('#/events', 'too-many', `events must have at most ${MOST_EVENTS} entries`);
  patterns.forEach((pattern, index) => {
    if (!PATTERN.test(pattern))
      throw invalidAt(
        `#/events/${index}`,
        'no-event',
        'must be *, all of a resource such as lead.*, or a type such as lead.created',
      );
    if (pattern !== '*' && typesOf(pattern).length === 0)
      throw invalidAt(
        `#/events/${index}`,
        'unknown-event',
        `there is no event ${isWildcard(pattern) ? 'like ' : ''}${pattern}`,
      );
  });
}

/** Returns the fields of a record type with custom fields. Undefined if its events cannot be filtered. */
export type FieldsOf = (resourceType: string) => Fields | undefined;

export interface EventFilter {
  readonly resourceType: string;
  readonly filter: Filter;
  readonly fields: Fields;
}

/** Returns the record types of the events of these patterns. */
export const resourceTypesOf = (patterns: readonly string[]): readonly string[] => [
  ...new Set(patterns.flatMap((pattern) => typesOf(pattern).map((type) => type.resourceType))),
];

/** A filter applies to one record type, so all events must be about this type. */
export function readEventFilter(
  filter: object,
  patterns: readonly string[],
  fieldsOf: FieldsOf = recordFieldsOf,
): EventFilter {
  const [resourceType, ...others] = resourceTypesOf(patterns);
  if (resourceType === undefined || others.length > 0)
    throw invalidAt('#/filter', 'mixed-events', 'a filter needs events of one record type, such as lead.* alone');
  const fields = fieldsOf(resourceType);
  if (!fields) throw invalidAt('#/filter', 'no-filter', `events of ${resourceType} cannot be filtered`);
  return { resourceType, fields, filter: parseFilter(filter, fields) };
}

/** Combines the patterns into one function for all events. */
export function typeMatcher(patterns: readonly string[]): (type: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !isWildcard(pattern)));
  const prefixes = patterns.filter(isWildcard).map((pattern) => pattern.slice(0, -1));
  return (type) => exact.has(type) || prefixes.some((prefix) => type.startsWith(prefix));
}
