import type { Fields } from './fields.js';

const byResource = new Map<string, Fields>();

/** Says by which fields records of a resource can be filtered where they are met as values: in webhooks and channels. */
export function defineRecordFields(resource: string, fields: Fields): void {
  byResource.set(resource, fields);
}

/** The fields of a resource by its plural name, as in its path and in `resourceType` of its events. */
export const recordFieldsOf = (resource: string): Fields | undefined => byResource.get(resource);

/** The resources that have said by which fields their records are found. */
export const recordFieldsKnown = (): string[] => [...byResource.keys()].sort();
