import { relationsOf } from './relations.js';

/** A field of one record type, named as in filters: `custom.size` of `leads`. */
export interface NamedField {
  readonly resource: string;
  readonly name: string;
}

/** Returns whether a path on this record type leads to the field, directly or through relations. */
export function pathNames(path: string, resource: string, field: NamedField): boolean {
  if (resource === field.resource && path === field.name) return true;
  const dot = path.indexOf('.');
  const linked = linkedResource(resource, path.slice(0, Math.max(dot, 0)));
  return linked !== undefined && pathNames(path.slice(dot + 1), linked, field);
}

/** Returns whether a stored filter on this record type names the field, directly or through relations. */
export function filterNames(filter: unknown, resource: string, field: NamedField): boolean {
  if (Array.isArray(filter)) return filter.some((part) => filterNames(part, resource, field));
  if (typeof filter !== 'object' || filter === null) return false;
  const { and, or, not, some, none, field: path } = filter as Readonly<Record<string, unknown>>;
  if (typeof path === 'string' && pathNames(path, resource, field)) return true;
  if ([and, or, not].some((part) => filterNames(part, resource, field))) return true;
  return [some, none].some((linked) => quantifiedNames(linked, resource, field));
}

function quantifiedNames(linked: unknown, resource: string, field: NamedField): boolean {
  const { relation, filter } = (linked ?? {}) as Readonly<Record<string, unknown>>;
  const other = typeof relation === 'string' ? linkedResource(resource, relation) : undefined;
  return other !== undefined && filterNames(filter, other, field);
}

function linkedResource(resource: string, relation: string): string | undefined {
  const relations = relationsOf(resource);
  return Object.hasOwn(relations, relation) ? relations[relation]?.resource : undefined;
}
