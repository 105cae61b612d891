import { sql } from 'kysely';
import type { Permission } from '../../../kernel/access.js';
import type { Sql } from '../../query/index.js';
import { visibleTo, type OwnershipColumns, type Viewer } from '../../visibility/index.js';
import { RECORD_NAMES, RECORD_RESOURCES, type RecordResource } from '../type/record-names.js';

/** Record types that activities, and other tables such as documents, link to with one foreign key each. */
export type LinkedResource = Exclude<RecordResource, 'activities'>;
export const LINKED_RESOURCES = RECORD_RESOURCES.filter(
  (resource): resource is LinkedResource => resource !== 'activities',
);

export type LinkName = (typeof RECORD_NAMES)[LinkedResource];
export type LinkProperty = `${LinkName}Id`;
/** The ids of the linked records by property. */
export type LinkIds = Readonly<Record<LinkProperty, string | null>>;

/** The link to one record type. The reference view `<name>_refs` is joined as `alias`. */
export interface LinkedRecord {
  readonly name: LinkName;
  readonly property: LinkProperty;
  readonly resource: LinkedResource;
  readonly column: `${LinkName}_id`;
  readonly alias: string;
  readonly permission: Permission;
  readonly ownershipColumns: OwnershipColumns;
}

function linkTo(resource: LinkedResource): LinkedRecord {
  const name = RECORD_NAMES[resource];
  const alias = `${name}_ref`;
  return {
    name,
    resource,
    alias,
    property: `${name}Id`,
    column: `${name}_id`,
    permission: `${resource}:read`,
    ownershipColumns: { owner: sql.ref(`${alias}.owner_id`), team: sql.ref(`${alias}.team_id`) },
  };
}

export const ALL_LINKS: readonly LinkedRecord[] = LINKED_RESOURCES.map(linkTo);
export const LINKS = Object.fromEntries(ALL_LINKS.map((one) => [one.name, one])) as Readonly<
  Record<LinkName, LinkedRecord>
>;

/** Returns the ids of all linked records; null for no link. */
export const linkIdsOf = (values: Partial<LinkIds>): LinkIds =>
  Object.fromEntries(ALL_LINKS.map(({ property }) => [property, values[property] ?? null])) as unknown as LinkIds;

const met = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? sql.join([...conditions], sql` and `) : sql`true`;

/** Joins and conditions of the links of one table. */
export class LinkedRecordsSql {
  /** `alias`: the alias of the table with the foreign keys. */
  constructor(private readonly alias: string) {}

  /** Joins the reference views of the linked records. */
  get joins(): Sql {
    const joined = ALL_LINKS.map(
      (one) => sql` left join ${sql.table(`${one.name}_refs`)} ${sql.id(one.alias)}
        on ${sql.ref(`${one.alias}.id`)} = ${this.column(one)}`,
    );
    return sql.join(joined, sql``);
  }

  /**
   * Whether a linked record is active, or the row has no linked records. Separate conditions stop at the first active
   * record and need no joins.
   */
  get hasActiveRecord(): Sql {
    const columns = ALL_LINKS.map((one) => this.column(one));
    const conditions = [sql`num_nonnulls(${sql.join(columns)}) = 0`, ...ALL_LINKS.map((one) => this.isActive(one))];
    return sql`(${sql.join(conditions, sql` or `)})`;
  }

  /** Whether the row has this link and the viewer can see the linked record, deleted or not. */
  isVisible(viewer: Viewer | null, one: LinkedRecord): Sql {
    return met([sql`${this.column(one)} is not null`, ...visibleTo(viewer, one.ownershipColumns)]);
  }

  isVisibleAndActive(viewer: Viewer | null, one: LinkedRecord): Sql {
    return sql`${this.isVisible(viewer, one)} and ${sql.ref(`${one.alias}.deleted_at`)} is null`;
  }

  /** Deleted records are few. `offset 0` keeps the planner from collecting all deleted records first. */
  private isActive(one: LinkedRecord): Sql {
    return sql`${this.column(one)} is not null and not exists (select from ${sql.table(`${one.name}_refs`)} gone
      where gone.id = ${this.column(one)} and gone.deleted_at is not null offset 0)`;
  }

  private column({ column }: LinkedRecord): Sql {
    return sql.ref(`${this.alias}.${column}`);
  }
}
