import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';

type Sql = RawBuilder<unknown>;

/** What of an actor decides which records they see; `null` is the system itself. */
export type Seeing = Pick<Actor, 'userId' | 'teamId' | 'recordAccess'>;

/** How records of one kind are seen, said once by their module, for those who meet them by kind and id: events, webhooks, explanations. */
export interface Sight {
  /** sql`leads l`, with the joins that the conditions need. */
  readonly from: Sql;
  readonly id: Sql;
  /** What must hold for the actor to see it, deleted or not; nothing for those who see all. */
  readonly where: (actor: Seeing) => readonly Sql[];
  /** Whether it lives. */
  readonly live: Sql;
  /** By name the reasons for which an actor sees it, in the order in which they are told; together they are what `where` says. */
  readonly grounds: (actor: Seeing) => Readonly<Record<string, Sql>>;
  readonly owner: Sql;
  readonly team: Sql;
}

const sights = new Map<string, Sight>();

export function defineSight(resource: string, sight: Sight): void {
  sights.set(resource, sight);
}

export const sightOf = (resource: string): Sight | undefined => sights.get(resource);

/** The kinds of records that not everybody sees all of. */
export const sightsKnown = (): string[] => [...sights.keys()].sort();

const all = (conditions: readonly Sql[]): Sql => sql.join([...conditions], sql` and `);

/** What must hold for the record that two columns name: of kinds that belong to nobody nothing, and what is gone for good is for those who see all. */
export function seesRecord(actor: Seeing, resource: Sql, id: Sql): Sql[] {
  if (actor.recordAccess === 'all') return [];
  const cases = [...sights].map(
    ([name, sight]) =>
      sql`when ${resource} = ${sql.lit(name)} then exists (select 1 from ${sight.from} where ${all([sql`${sight.id} = ${id}`, ...sight.where(actor)])})`,
  );
  return cases.length === 0 ? [] : [sql`case ${sql.join(cases, sql` `)} else true end`];
}

/** A record as its belonging explains it. */
export interface RecordFacts {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly isLive: boolean;
  readonly isSeen: boolean;
  /** The grounds that hold. */
  readonly grounds: readonly string[];
}

export function recordFactsQuery(sight: Sight, actor: Seeing, id: string): Sql {
  const where = sight.where(actor);
  const grounds = Object.entries(sight.grounds(actor)).map(
    ([name, holds]) => sql`case when ${holds} then ${sql.lit(name)} end`,
  );
  const told =
    grounds.length === 0 ? sql`array[]::text[]` : sql`array_remove(array[${sql.join(grounds)}]::text[], null)`;
  return sql`select ${sight.owner} as "ownerId", ${sight.team} as "teamId", (${sight.live}) as "isLive", coalesce(${where.length === 0 ? sql`true` : all(where)}, false) as "isSeen", ${told} as grounds
    from ${sight.from} where ${sight.id} = ${id}::uuid`;
}
