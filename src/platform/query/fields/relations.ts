import { sql } from 'kysely';
import { can, type Actor } from '../../../kernel/actor.js';
import type { Permission } from '../../../kernel/access.js';
import { ForbiddenError } from '../../../kernel/errors.js';
import type { FilterContext } from '../filters/context.js';
import { type Fields, locate, type Sql } from './fields.js';

/**
 * Related records that filters can follow. The aliases of both record types must differ, because the condition becomes
 * a subquery.
 */
export interface Relation {
  /** Plural name of the related record type, such as `companies`. The relations of that record type are registered under this name. */
  readonly resource: string;
  /** Whether a record can have several related records. Then filters must use `some` or `none` instead of a path. */
  readonly many: boolean;
  readonly permission: Permission;
  readonly fields: Fields;
  /** sql`companies co`, with the joins that its fields need. */
  readonly from: Sql;
  /** sql`co.id = c.company_id` */
  readonly on: Sql;
  /** sql`co.deleted_at is null` */
  readonly live: Sql;
  /** Visibility conditions of the related records; `null` is the system. */
  readonly visible: (actor: Actor | null) => readonly Sql[];
  /** Relations of the related records; by default those registered for `resource`. */
  readonly relations?: Relations;
}

export type Relations = Readonly<Record<string, Relation>>;

/** Maximum number of relations between a record and a field. No index supports more. */
export const MAX_RELATIONS = 2;

const byResource = new Map<string, Record<string, Relation>>();

/**
 * Registers a relation. Modules that know both record types call this function, because lower layers must not import
 * higher layers.
 */
export function defineRelation(resource: string, name: string, relation: Relation): void {
  const known = byResource.get(resource) ?? {};
  known[name] = relation;
  byResource.set(resource, known);
}

const NONE: Relations = {};

export const relationsOf = (resource: string): Relations => byResource.get(resource) ?? NONE;

export const relationNames = (relations: Relations): string[] => Object.keys(relations).sort();
/**
 * Returns whether any record type has a relation of this name, to distinguish typing errors from relations not allowed
 * here.
 */
export const isRelationName = (name: string): boolean =>
  [...byResource.values()].some((relations) => Object.hasOwn(relations, name));

/** Fields and relations that a filter can use. */
export interface Scope {
  readonly fields: Fields;
  readonly relations: Relations;
}

export const scopeOf = ({ fields, resource, relations }: Relation): Scope => ({
  fields,
  relations: relations ?? relationsOf(resource),
});

/** The first relation of a path, such as `company` of `company.industry`, and the rest of the path. */
export interface RelationStep {
  readonly name: string;
  readonly relation: Relation;
  readonly rest: string;
}

/** Fields of the record take precedence over relations of the same name. */
export function relationStepOf(path: string, { fields, relations }: Scope): RelationStep | undefined {
  const dot = path.indexOf('.');
  const name = path.slice(0, Math.max(dot, 0));
  if (dot < 1 || !Object.hasOwn(relations, name) || locate(path, fields)) return undefined;
  return { name, relation: relations[name] as Relation, rest: path.slice(dot + 1) };
}

/** Returns whether a path leads to a field of the record or of its single related record. */
export function isField(path: string, fields: Fields, relations: Relations): boolean {
  const step = relationStepOf(path, { fields, relations });
  return step
    ? !step.relation.many && locate(step.rest, step.relation.fields) !== undefined
    : locate(path, fields) !== undefined;
}

/**
 * Builds an `exists` subquery over visible related records only, so that filter results do not reveal hidden records.
 */
export function related(relation: Relation, condition: Sql | undefined, { viewer }: FilterContext): Sql {
  if (viewer === undefined) throw new Error(`a filter uses ${relation.resource} without a visibility`);
  if (viewer && !can(viewer, relation.permission)) {
    throw new ForbiddenError('permission-missing', `Filtering by ${relation.resource} needs ${relation.permission}.`, {
      members: { requiredPermission: relation.permission },
    });
  }
  const all = [relation.on, relation.live, ...relation.visible(viewer), ...(condition ? [condition] : [])];
  return sql`exists (select 1 from ${relation.from} where ${sql.join(
    all.map((one) => sql`(${one})`),
    sql` and `,
  )})`;
}
