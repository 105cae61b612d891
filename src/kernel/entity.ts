import { isDeepStrictEqual } from 'node:util';
import { ArrayType, JsonType, p } from '@mikro-orm/core';
import { v7 } from 'uuid';

/**
 * Returns a UUIDv7. The id is ordered by time: inserts stay in one part of the index, and keyset pages can use the id.
 */
export const newId = (): string => v7();

/** Columns of every record: id and creation time. */
export const stamped = {
  id: p
    .uuid()
    .primary()
    .onCreate(() => newId()),
  createdAt: p.datetime(3).onCreate(() => new Date()),
  updatedAt: p
    .datetime(3)
    .onCreate(() => new Date())
    .onUpdate(() => new Date()),
};

/** For records that people edit: a write with an old version is rejected. */
export const versioned = { version: p.integer().version() };

/** For records that can be deleted and restored. */
export const softDeleted = { deletedAt: p.datetime(3).nullable() };

/** Returns the default values of a new record by property. */
export function defaultsOf(schema: { readonly meta: { readonly properties: unknown } }): Record<string, unknown> {
  const properties = Object.entries(
    schema.meta.properties as Record<string, { readonly default?: unknown; readonly type?: string }>,
  );
  return Object.fromEntries(
    properties
      .filter(([, one]) => typeof one.default === 'string' || typeof one.default === 'number')
      .map(([name, one]) => [name, one.default]),
  );
}
/** Quotes each element of an array for PostgreSQL. Without quotes, `null` and spaces have another meaning. */
class TextArray extends ArrayType<string> {
  override convertToDatabaseValue(value: string[] | null): string {
    return value === null || value === undefined
      ? (value as unknown as string)
      : `{${value.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join()}}`;
  }
}

/** Compares JSON without the order of keys, so that the same value is not a change. */
class JsonValue extends JsonType {
  override compareValues(one: unknown, other: unknown): boolean {
    return isDeepStrictEqual(plainJson(one), plainJson(other));
  }
}

const plainJson = (value: unknown): unknown =>
  value === null || value === undefined ? null : JSON.parse(typeof value === 'string' ? value : JSON.stringify(value));

/** A `text[]` column. */
export const textArray = () => p.type(TextArray).$type<string[]>();
/** A `jsonb` column. */
export const json = <T>() => p.type(JsonValue).$type<T>();

/** Columns of records that people tag, and that other systems and administrators extend. */
export const extensible = {
  tags: textArray().default([]),
  externalIds: json<Record<string, string>>(),
  customFields: json<Record<string, unknown>>(),
};

/** A postal address. */
export const addressed = {
  addressLine1: p.string().length(255).nullable(),
  addressLine2: p.string().length(255).nullable(),
  city: p.string().length(100).nullable(),
  state: p.string().length(100).nullable(),
  postalCode: p.string().length(20).nullable(),
  country: p.string().length(2).nullable(),
};
