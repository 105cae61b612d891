import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';

type Sql = RawBuilder<unknown>;

/** The properties of an actor that decide visibility. */
export type RecordViewer = Pick<Actor, 'userId' | 'teamId' | 'recordAccess'>;

/**
 * Visibility of a record type, defined by its module. Used where records are known by type and id, such as events and
 * webhooks.
 */
export interface RecordVisibility {
  /** sql`leads l`, with the joins that the conditions need. */
  readonly from: Sql;
  readonly id: Sql;
  /** Visibility conditions, for active and deleted records; empty if the actor can see all records. */
  readonly where: (actor: RecordViewer) => readonly Sql[];
  /** Condition for active records. */
  readonly live: Sql;
  /** Access reasons by name, in order of display. Together the reasons are equivalent to `where`. */
  readonly accessReasons: (actor: RecordViewer) => Readonly<Record<string, Sql>>;
  readonly owner: Sql;
  readonly team: Sql;
}

const visibilities = new Map<string, RecordVisibility>();

export function defineVisibility(resource: string, visibility: RecordVisibility): void {
  visibilities.set(resource, visibility);
}

export const visibilityOf = (resource: string): RecordVisibility | undefined => visibilities.get(resource);

/** Returns the record types with restricted visibility. */
export const knownVisibilities = (): string[] => [...visibilities.keys()].sort();

const all = (conditions: readonly Sql[]): Sql => sql.join([...conditions], sql` and `);

/**
 * Visibility conditions for a record given by two columns. Types without visibility rules are visible to all. Purged
 * records are visible only with the access scope `all`.
 */
export function canSeeRecord(actor: RecordViewer, resource: Sql, id: Sql): Sql[] {
  if (actor.recordAccess === 'all') return [];
  // `id` is evaluated outside of the subquery, because `id` may use an alias that the subquery also uses.
  const cases = [...visibilities].map(
    ([name, visibility]) => sql`
    when ${resource} = ${sql.lit(name)} then (select exists (select 1 from ${visibility.from}
      where ${all([sql`${visibility.id} = named.id`, ...visibility.where(actor)])}) from (select ${id} as id) named)`,
  );
  return cases.length === 0 ? [] : [sql`case ${sql.join(cases, sql` `)} else true end`];
}

/** Ownership and visibility of a record. */
export interface RecordFacts {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly isLive: boolean;
  readonly isSeen: boolean;
  /** The access reasons that apply. */
  readonly accessReasons: readonly string[];
}

export function recordFactsQuery(visibility: RecordVisibility, actor: RecordViewer, id: string): Sql {
  const where = visibility.where(actor);
  const accessReasons = Object.entries(visibility.accessReasons(actor)).map(
    ([name, holds]) => sql`case when ${holds} then ${sql.lit(name)} end`,
  );
  const names =
    accessReasons.length === 0
      ? sql`array[]::text[]`
      : sql`array_remove(array[${sql.join(accessReasons)}]::text[], null)`;
  return sql`select ${visibility.owner} as "ownerId", ${visibility.team} as "teamId", (${visibility.live})
    as "isLive", coalesce(${where.length === 0 ? sql`true` : all(where)}, false) as "isSeen", ${names}
    as "accessReasons"
    from ${visibility.from} where ${visibility.id} = ${id}::uuid`;
}
