import { sql } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import type { Permission } from '../../kernel/access.js';
import { Forbidden } from '../../kernel/errors.js';
import type { FilterContext } from './context.js';
import { type Fields, locate, type Sql } from './fields.js';

/**
 * Other records that a record is linked to, as a filter can ask about them. The aliases of both sides must differ:
 * the condition of the other record is compiled within the question for this one.
 */
export interface Relation {
  /** What the others are, in the plural: `companies`. Their own relations are found by it. */
  readonly resource: string;
  /** Whether there may be several: then only `some` and `none` ask for them, no path. */
  readonly many: boolean;
  /** What it takes to ask. */
  readonly permission: Permission;
  readonly fields: Fields;
  /** sql`companies co`, with the joins that its fields need. */
  readonly from: Sql;
  /** sql`co.id = c.company_id` */
  readonly on: Sql;
  /** sql`co.deleted_at is null` */
  readonly live: Sql;
  /** What must hold for the actor to see one; `null` is the system. */
  readonly visible: (actor: Actor | null) => readonly Sql[];
}

export type Relations = Readonly<Record<string, Relation>>;

/** From one record to another and on to a third; further nobody means it, and no index helps. */
export const MAX_RELATIONS = 2;

const byResource = new Map<string, Record<string, Relation>>();

/** Says what records are linked to. Whoever knows both sides calls it: a module below does not know those above. */
export function defineRelation(resource: string, name: string, relation: Relation): void {
  const known = byResource.get(resource) ?? {};
  known[name] = relation;
  byResource.set(resource, known);
}

const NONE: Relations = {};

/** What the records of a resource are linked to, by name. */
export const relationsOf = (resource: string): Relations => byResource.get(resource) ?? NONE;

export const relationNames = (relations: Relations): string[] => Object.keys(relations).sort();
/** Whether records of any kind have a link of this name: to tell a typing mistake from what cannot be asked here. */
export const isRelationName = (name: string): boolean =>
  [...byResource.values()].some((relations) => Object.hasOwn(relations, name));

/** What a filter may speak of. */
export interface Scope {
  readonly fields: Fields;
  readonly relations: Relations;
}

export const scopeOf = ({ fields, resource }: Relation): Scope => ({ fields, relations: relationsOf(resource) });

/** One link of a path: `company` of `company.industry`, and the rest of it. */
export interface Step {
  readonly name: string;
  readonly relation: Relation;
  readonly rest: string;
}

/** A field of the record itself comes first, so that a link can be added beside it. */
export function stepOf(path: string, { fields, relations }: Scope): Step | undefined {
  const dot = path.indexOf('.');
  const name = path.slice(0, Math.max(dot, 0));
  if (dot < 1 || !Object.hasOwn(relations, name) || locate(path, fields)) return undefined;
  return { name, relation: relations[name] as Relation, rest: path.slice(dot + 1) };
}

/** Whether a path leads to a field, of the record itself or of the one record that it is linked to. */
export function isField(path: string, fields: Fields, relations: Relations): boolean {
  const step = stepOf(path, { fields, relations });
  return step
    ? !step.relation.many && locate(step.rest, step.relation.fields) !== undefined
    : locate(path, fields) !== undefined;
}

/** What is linked and out of sight does not exist: a filter must not tell of it by what it keeps. */
export function related(relation: Relation, condition: Sql | undefined, { seer }: FilterContext): Sql {
  if (seer === undefined) throw new Error(`a filter asks about ${relation.resource}, and nobody said who sees them`);
  if (seer && !may(seer, relation.permission)) {
    throw new Forbidden('permission-missing', `Filtering by ${relation.resource} needs ${relation.permission}.`, {
      members: { requiredPermission: relation.permission },
    });
  }
  const all = [relation.on, relation.live, ...relation.visible(seer), ...(condition ? [condition] : [])];
  return sql`exists (select 1 from ${relation.from} where ${sql.join(
    all.map((one) => sql`(${one})`),
    sql` and `,
  )})`;
}
