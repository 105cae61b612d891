import type { EntityClass } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Sql } from '../../query/index.js';
import { visibleTo } from '../../visibility/index.js';
import type { Include, RecordView } from './record-kind.js';
import type { RecordResource } from './record-names.js';
import type { RecordEvents } from './record-events.js';
import type { MergedProblem, TakenProblem } from './record-problems.js';
import type { DescribedSchema } from './entity-properties.js';
import type { RecordType } from './record-type.js';
import type { FieldDefinitions } from './type-fields.js';

/** A property with the id of another record. */
export interface RecordTypeLink {
  /**
   * The linked record type: then the link is also a relation for filters and an include. The name of a record type of
   * a higher module defines only the link.
   */
  readonly to: RecordType | RecordResource;
  /** A flag that only one active record per linked record has, such as the primary contact of a company. */
  readonly first?: string;
  /** Whether both records describe the same person. */
  readonly isSamePerson?: true;
}

type RequiredKeys<V> = { [K in keyof V]-?: object extends Pick<V, K> ? never : K }[keyof V];
/** Properties of the view that the entity does not have. */
type Computed<V, E> = Exclude<RequiredKeys<V>, keyof E | `${keyof E & string}Id`> & string;

/** Start of the retention period. */
export interface RecordRetentionPeriod {
  /** The records, and the time from which the period counts. */
  readonly description: string;
  /** Times of row `r` of which the earliest begins the period, each with an index. Default: the deletion time. */
  readonly ends?: readonly Sql[];
  /** Default: five years. */
  readonly defaultDays?: number;
}

/** Values that identify a person, for erasure. */
export interface PersonColumns {
  readonly email: string;
  readonly phones: readonly string[];
}

/** The settings of a record type that its entity does not contain. */
export interface RecordTypeSettings<V extends RecordView> {
  readonly schema: DescribedSchema;
  /** Alias of the table in all statements. */
  readonly alias: string;
  /** Property that names a record for people. */
  readonly title: string;
  /** Further properties in the reference view of the record. */
  readonly reference?: readonly string[];
  /** Second line of a search hit. */
  readonly subtitle?: Sql;
  readonly events: RecordEvents<V>;
  readonly fields?: FieldDefinitions;
  readonly links?: Readonly<Record<string, RecordTypeLink>>;
  /** Includes besides owner, team and linked records. */
  readonly includes?: Readonly<Record<string, Include>>;
  /** Fields of the summary counts, as in `counts` of `migrations/tables.ts`. */
  readonly counts?: readonly string[];
  /** Unique values of active records by property. The unique index is `<table>_<column>_key`. */
  readonly unique?: Readonly<Record<string, TakenProblem>>;
  /** Set if records can be merged. */
  readonly merged?: MergedProblem;
  readonly retention?: RecordRetentionPeriod;
  readonly person?: PersonColumns;
  /** Default: true, with the column `search_text`. */
  readonly isSearched?: boolean;
  /** Joins that only columns need. */
  readonly joins?: Sql;
  readonly from?: Sql;
  readonly live?: Sql;
  readonly deleted?: Sql;
  /** Whether the module defines visibility, links and relations itself. */
  readonly hasOwnVisibility?: true;
}

/** `computed`: an expression for each property of the view that the entity does not have. */
export type RecordTypeDefinition<V extends RecordView, E extends object> = RecordTypeSettings<V> & {
  readonly entity: EntityClass<E>;
  readonly title: keyof V & string;
  readonly reference?: readonly (keyof V & string)[];
  readonly counts?: readonly (keyof V & string)[];
} & ([Computed<V, E>] extends [never]
    ? { readonly computed?: Readonly<Record<string, Sql>> }
    : { readonly computed: Readonly<Record<Computed<V, E>, Sql>> });

/** The reference view of a linked record; null if the record is deleted or the viewer cannot see the record. */
export function referenceTo(
  { source, ownershipColumns, definition, columnNames, alias, readPermission }: RecordType,
  id: Sql,
): Include {
  const shown = ['id', definition.title, ...(definition.reference ?? [])].map(
    (name) => sql`${sql.lit(name)}, ${source.columns[name] ?? sql.ref(`${alias}.${columnNames[name]}`)}`,
  );
  return {
    permission: readPermission,
    column: (actor) => {
      const where = [sql`${source.id} = ${id}`, source.live, ...visibleTo(actor, ownershipColumns)];
      return sql`(select json_build_object(${sql.join(shown)}) from ${source.from} where ${sql.join(where, sql` and `)})`;
    },
  };
}
