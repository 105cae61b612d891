import { Stale } from './errors.js';

/** What a change of one record tells: the record as it is now, and what it was in the fields that changed. */
export interface Change<T extends object> {
  readonly object: T;
  readonly previous: Readonly<Record<string, unknown>>;
  readonly changedFields: readonly string[];
}

/** Moved by every change; nobody wants to read them in an event. */
const BOOKKEEPING = new Set(['version', 'updatedAt']);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs between two views of one record. */
export function changeBetween<T extends object>(before: T, after: T): Change<T> {
  const fields = (Object.keys(after) as (keyof T & string)[]).filter(
    (key) => !BOOKKEEPING.has(key) && !same(before[key], after[key]),
  );
  return {
    object: after,
    previous: Object.fromEntries(fields.map((key) => [key, before[key]])),
    changedFields: fields,
  };
}

/**
 * Refuses to write over a version that the caller has not seen (RFC 9110, 13.1.1), naming what differs from what is
 * wanted. The caller holds the record's lock, so what is compared here cannot be overtaken.
 */
export function requireVersion<T extends { readonly version: number }>(
  current: T,
  version: number | undefined,
  wanted: object = {},
): void {
  if (version === undefined || version === current.version) return;
  const differing = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && !same(current[field as keyof T], value),
  );
  throw new Stale('stale-version', `The record was changed since: it is at version ${current.version}.`, {
    members: { currentVersion: current.version, differingFields: differing.map(([field]) => field) },
  });
}
