import { VersionConflictError } from './errors.js';

/** The change of one record: the record as it is now, and the old values of the changed fields. */
export interface Change<T extends object> {
  readonly object: T;
  readonly previous: Readonly<Record<string, unknown>>;
  readonly changedFields: readonly string[];
}

/** Every change sets these fields, so an event does not need them. */
const BOOKKEEPING = new Set(['version', 'updatedAt']);

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const same = (a: unknown, b: unknown): boolean =>
  a === b || (isObject(a) && isObject(b) && JSON.stringify(a) === JSON.stringify(b));

/** Returns the difference between two views of one record. */
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
 * Rejects the change if the caller has not seen the current version (RFC 9110, 13.1.1). Names the fields that differ.
 * The caller of this function must hold the lock of the record.
 */
export function requireVersion<T extends { readonly version: number }>(
  current: T,
  version: number | undefined,
  requested: object = {},
): void {
  if (version === undefined || version === current.version) return;
  const differing = Object.entries(requested).filter(
    ([field, value]) => value !== undefined && !same(current[field as keyof T], value),
  );
  throw new VersionConflictError(
    'stale-version',
    `The record has changed since; its current version is ${current.version}.`,
    {
      members: { currentVersion: current.version, differingFields: differing.map(([field]) => field) },
    },
  );
}
