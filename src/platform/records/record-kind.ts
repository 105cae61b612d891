import type { EntityName } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Permission } from '../../kernel/access.js';
import type { RecordSource, Relation } from '../query/index.js';
import { visibleTo, type Belonging, type Seer } from '../sight/index.js';
import type { Merging, UniqueValue } from './uniqueness.js';

type Sql = RawBuilder<unknown>;

/** What every record that people edit shows. */
export interface RecordView {
  readonly id: string;
  readonly version: number;
}

/** What may be given along with a record. */
export interface Include {
  /** The column, for whoever asks (`null` is the system): what they may not see of it is null. Values of the actor are bound as they are. */
  readonly column: (actor: Seer | null) => Sql;
  /** What it takes besides the right to read the record. */
  readonly permission?: Permission;
}

/** A kind of records that people own, said once by its module: what lists, reads, writes, bulks and hand-overs need to know. */
export interface RecordKind<V extends RecordView> {
  /** One of them, as in errors: `company`. */
  readonly noun: string;
  /** The table itself. */
  readonly table: string;
  readonly source: RecordSource;
  readonly belonging: Belonging;
  readonly includes: Readonly<Record<string, Include>>;
  /** The order of a list that asks for none. */
  readonly order: readonly string[];
  /** Where external ids of the living are kept: the table, and its column with the record's id. */
  readonly externalIds?: { readonly table: string; readonly column: string };
  /** What no two living ones share, by the unique index that guards it. */
  readonly unique?: Readonly<Record<string, UniqueValue>>;
  /** Where they can be merged. */
  readonly merged?: Merging;
  /** Only for the compiler: what it looks like. */
  readonly '~view'?: V;
}

/** The same with the entity that writes work on. */
export interface WrittenKind<V extends RecordView, E extends object> extends RecordKind<V> {
  readonly entity: EntityName<E>;
}

const personOf = (id: Sql): Sql =>
  sql`(select json_build_object('id', u.id, 'name', coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email), 'email', u.email) from users u where u.id = ${id})`;
const teamOf = (id: Sql): Sql =>
  sql`(select json_build_object('id', t.id, 'name', t.name) from teams t where t.id = ${id})`;

/** Includes that are the same for whoever asks. */
export const including = {
  person: (id: Sql): Include => ({ column: () => personOf(id) }),
  team: (id: Sql): Include => ({ column: () => teamOf(id) }),
} as const;

/** The columns of a view by public name, selected from `alias`. */
export function columnsFrom<N extends string>(alias: string, columns: Readonly<Record<N, string>>): Record<N, Sql> {
  return Object.fromEntries(
    Object.entries<string>(columns).map(([name, column]) => [name, sql.ref(`${alias}.${column}`)]),
  ) as Record<N, Sql>;
}

/** Records of a kind as what others are linked to: whoever asks about them needs to read them, and sees of them what lists show. */
export function relatedTo<V extends RecordView>({ source, belonging }: RecordKind<V>, on: Sql, many = false): Relation {
  const { resource, fields, from, live } = source;
  return {
    resource,
    many,
    permission: `${resource}:read`,
    fields,
    from,
    on,
    live,
    visible: (actor) => visibleTo(actor, belonging),
  };
}
