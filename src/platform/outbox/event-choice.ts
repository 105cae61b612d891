import { eventTypes, isMeantBy, type EventType } from '../../kernel/events.js';
import { invalidAt } from '../../kernel/errors.js';
import { parseFilter, recordFieldsOf, type Fields, type Filter } from '../query/index.js';

/** `*`, `lead.*` or `lead.created`. */
const PATTERN = /^(\*|[a-z0-9_]+(\.[a-z0-9_]+)*(\.\*|\.[a-z0-9_]+))$/;
const MOST_EVENTS = 50;

const isWildcard = (pattern: string): boolean => pattern.endsWith('*');
const typesOf = (pattern: string): EventType[] => eventTypes().filter(({ type }) => isMeantBy(pattern, type));

/** What somebody wants to be told of: 1 to 50 names, and none that never happens, because a typing mistake would be silence. */
export function requireEventChoice(patterns: readonly string[]): void {
  if (patterns.length === 0) throw invalidAt('#/events', 'empty', 'events must name at least one');
  if (patterns.length > MOST_EVENTS) throw invalidAt('#/events', 'too-many', `events must name at most ${MOST_EVENTS}`);
  patterns.forEach((pattern, index) => {
    if (!PATTERN.test(pattern))
      throw invalidAt(
        `#/events/${index}`,
        'no-event',
        'must be *, all of a kind such as lead.*, or a type such as lead.created',
      );
    if (pattern !== '*' && typesOf(pattern).length === 0)
      throw invalidAt(
        `#/events/${index}`,
        'unknown-event',
        `there is no event ${isWildcard(pattern) ? 'like ' : ''}${pattern}`,
      );
  });
}

export interface EventFilter {
  readonly resourceType: string;
  readonly filter: Filter;
  readonly fields: Fields;
}

/** A filter speaks of one kind of record, so every event must be about that kind. */
export function readEventFilter(filter: object, patterns: readonly string[]): EventFilter {
  const [resourceType, ...others] = new Set(
    patterns.flatMap((pattern) => typesOf(pattern).map((type) => type.resourceType)),
  );
  if (resourceType === undefined || others.length > 0)
    throw invalidAt(
      '#/filter',
      'mixed-events',
      'a filter goes with events of one kind of record only, such as lead.* alone',
    );
  const fields = recordFieldsOf(resourceType);
  if (!fields) throw invalidAt('#/filter', 'no-filter', `events of ${resourceType} cannot be filtered`);
  return { resourceType, fields, filter: parseFilter(filter, fields) };
}

/** The patterns as one question, asked of every event. */
export function typeMatcher(patterns: readonly string[]): (type: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !isWildcard(pattern)));
  const prefixes = patterns.filter(isWildcard).map((pattern) => pattern.slice(0, -1));
  return (type) => exact.has(type) || prefixes.some((prefix) => type.startsWith(prefix));
}
