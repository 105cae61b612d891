import type { EntityName } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Permission } from '../../../kernel/access.js';
import type { RecordSource, Relation } from '../../query/index.js';
import { visibleTo, type OwnershipColumns, type Viewer } from '../../visibility/index.js';
import type { Merging, UniqueValue } from '../writing/uniqueness.js';

type Sql = RawBuilder<unknown>;

/** Common fields of all record views. */
export interface RecordView {
  readonly id: string;
  readonly version: number;
}

/** An optional part of a record response. */
export interface Include {
  /**
   * Builds the column for a viewer; `null` is the system. Data that the viewer cannot see must be null. `actor` may
   * contain placeholders, so its values can only be bound.
   */
  readonly column: (actor: Viewer | null) => Sql;
  /** Additional permission, besides the read permission of the record. */
  readonly permission?: Permission;
}

/** Definition of a record type with owners, for lists, reads, writes, bulk operations and ownership changes. */
export interface RecordKind<V extends RecordView> {
  /** Singular name for errors, such as `company`. */
  readonly noun: string;
  readonly table: string;
  readonly source: RecordSource;
  readonly ownershipColumns: OwnershipColumns;
  readonly includes: Readonly<Record<string, Include>>;
  /** Default sort order. */
  readonly order: readonly string[];
  /** Table of the external ids of active records, and its column with the record id. */
  readonly externalIds?: { readonly table: string; readonly column: string };
  /** Unique values of active records, by the name of the unique index. */
  readonly unique?: Readonly<Record<string, UniqueValue>>;
  /** Phone properties. Each has the columns `<name>_e164` and `<name>_digits`. */
  readonly phones?: readonly string[];
  /** Set if records can be merged. */
  readonly merged?: Merging;
  /** Carries the type of the view; never set. */
  readonly '~view'?: V;
}

/** A record type with its entity class, for writes. */
export interface WrittenKind<V extends RecordView, E extends object> extends RecordKind<V> {
  readonly entity: EntityName<E>;
}

const personOf = (id: Sql): Sql =>
  sql`(select json_build_object('id', u.id, 'name', coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''),
    u.email), 'email', u.email) from users u where u.id = ${id})`;
const teamOf = (id: Sql): Sql =>
  sql`(select json_build_object('id', t.id, 'name', t.name) from teams t where t.id = ${id})`;

/** Includes that are the same for all viewers. */
export const including = {
  person: (id: Sql): Include => ({ column: () => personOf(id) }),
  team: (id: Sql): Include => ({ column: () => teamOf(id) }),
} as const;

/** Returns the columns of a view by public name, qualified with `alias`. */
export function columnsFrom<N extends string>(alias: string, columns: Readonly<Record<N, string>>): Record<N, Sql> {
  return Object.fromEntries(
    Object.entries<string>(columns).map(([name, column]) => [name, sql.ref(`${alias}.${column}`)]),
  ) as Record<N, Sql>;
}

/**
 * Builds a relation to a record type. A filter on the relation requires the read permission and covers visible records
 * only.
 */
export function relatedTo<V extends RecordView>(
  { source, ownershipColumns }: RecordKind<V>,
  on: Sql,
  many = false,
): Relation {
  const { resource, fields, from, live } = source;
  return {
    resource,
    many,
    permission: `${resource}:read`,
    fields,
    from,
    on,
    live,
    visible: (actor) => visibleTo(actor, ownershipColumns),
  };
}
