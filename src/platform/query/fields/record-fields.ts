import type { Fields } from './fields.js';

const byResource = new Map<string, Fields>();

/** Registers the filterable fields of a resource, for filters of webhooks and channels. */
export function defineRecordFields(resource: string, fields: Fields): void {
  byResource.set(resource, fields);
}

/** Returns the fields of a resource by its plural name, as in paths and in the `resourceType` of events. */
export const recordFieldsOf = (resource: string): Fields | undefined => byResource.get(resource);

/** Returns the resources with registered fields. */
export const recordFieldsKnown = (): string[] => [...byResource.keys()].sort();

const searches = new Map<string, Fields>();

/** Registers the fields of a resource that has a search but no filters of webhooks, channels or views. */
export function defineSearchFields(resource: string, fields: Fields): void {
  searches.set(resource, fields);
}

export const searchFieldsOf = (resource: string): Fields | undefined =>
  searches.get(resource) ?? recordFieldsOf(resource);

/** Returns all resources with filters. */
export const searchFieldsKnown = (): string[] => [...new Set([...searches.keys(), ...byResource.keys()])].sort();
