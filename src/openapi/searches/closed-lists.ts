import { eventTypes } from '../../kernel/events.js';
import { operationsOf, schemaRef, type Document, type Schema } from '../schemas/shapes.js';

/** Adds the closed lists behind texts of requests: event types of webhooks and channels, scopes of API keys. */
export function addClosedLists(document: Document): void {
  const { schemas } = document.components;
  const types = eventTypes().map(({ type }) => type as string);
  const wildcards = [...new Set(types.map((type) => `${type.slice(0, type.indexOf('.'))}.*`))];
  schemas['EventSelector'] = {
    type: 'string',
    description: 'An event type, all types of a resource, or all types',
    enum: [...types, ...wildcards, '*'].toSorted(),
  };
  const scope = scopePattern(document);
  for (const [name, { properties = {} }] of Object.entries(schemas)) {
    if (!/(Create|Update)$/.test(name)) continue;
    closeItems(properties['events'], { $ref: schemaRef('EventSelector') });
    closeItems(properties['scopes'], { type: 'string', minLength: 3, maxLength: 101, pattern: scope });
  }
}

function closeItems(list: Schema | undefined, items: Schema): void {
  if (list?.type === 'array' && list.items?.type === 'string') list.items = items;
}

function scopePattern(document: Document): string {
  const permissions = operationsOf(document).map(({ operation }) => operation['x-required-permission']);
  const resources = permissions.flatMap((name) => (typeof name === 'string' ? [name.split(':')[0]] : []));
  return `^(${[...new Set(resources)].toSorted().join('|')}|[*]):([*]|[a-z][a-z-]{0,49})$`;
}
