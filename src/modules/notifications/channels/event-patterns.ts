import { invalidAt } from '../../../kernel/errors.js';
import { parseFilter, recordFieldsOf, type Fields, type Filter } from '../../../platform/query/index.js';

/** `*`, `lead.*` or `lead.created`. */
const PATTERN = /^(\*|[a-z][a-z0-9_]{0,49}\.(\*|[a-z][a-z0-9_]{0,49}))$/;

export function requirePatterns(events: readonly string[]): void {
  if (events.length === 0) throw invalidAt('#/events', 'required', 'a channel must name at least one event');
  const wrong = events.findIndex((event) => !PATTERN.test(event));
  if (wrong >= 0) throw invalidAt(`#/events/${wrong}`, 'event-pattern', 'must be the name of an event such as lead.created, all of a kind such as lead.*, or *');
}

export const isMatched = (patterns: readonly string[], type: string): boolean =>
  patterns.some((pattern) => pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1))));

/** `lead_form.created` is about `lead-forms`: the path of the records that the events are about. */
function resourceOf(pattern: string): string {
  const one = (pattern.split('.', 1)[0] ?? '').replaceAll('_', '-');
  return one.replace(/([^aeiou])y$/, '$1ie').replace(/(s|x|ch|sh)$/, '$1e').concat('s');
}

/** The one kind of record that the events are about, and its fields. */
export function recordOf(events: readonly string[]): { readonly resource: string; readonly fields: Fields } | undefined {
  const [resource, ...others] = new Set(events.map((event) => resourceOf(event)));
  const fields = resource !== undefined && others.length === 0 ? recordFieldsOf(resource) : undefined;
  return fields && resource !== undefined ? { resource, fields } : undefined;
}

/** Refuses a filter that could never be asked of these events. */
export function requireFilter(filter: Record<string, unknown> | null, events: readonly string[]): Filter | undefined {
  if (filter === null) return undefined;
  const record = recordOf(events);
  if (!record) throw invalidAt('#/filter', 'not-filterable', 'a filter needs events that are all about one kind of record, such as lead.* alone');
  return parseFilter(filter, record.fields);
}
