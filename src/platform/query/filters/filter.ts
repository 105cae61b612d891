import { type FieldError, UnprocessableError } from '../../../kernel/errors.js';
import { type Condition, readCondition, type Report } from './condition.js';
import type { Fields } from '../fields/fields.js';
import {
  isRelationName,
  MAX_RELATIONS,
  relationNames,
  type Relation,
  type Relations,
  type Scope,
  scopeOf,
  relationStepOf,
} from '../fields/relations.js';

/** A filter, as used by lists, saved views, facets, exports, workflow conditions and webhooks. */
export type Filter =
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | Quantified
  | Condition;

/** Related records; without a filter, any related record. */
export interface Linked {
  readonly relation: string;
  readonly filter?: Filter;
}

/** Requires that some related record, or no related record, meets a filter. */
export type Quantified = { readonly some: Linked } | { readonly none: Linked };

const MAX_DEPTH = 5;
const MAX_NODES = 50;
/** Bounds the size of the error response. */
const MAX_ERRORS = 20;
const SHAPES = 'a node is {"and": […]}, {"or": […]}, {"not": …}, {"some": …}, {"none": …} or {"field", "op", "value"}';

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter;
export const isQuantified = (filter: Filter): filter is Quantified => 'some' in filter || 'none' in filter;
export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the relation and the inner filter of a quantified node. */
export function asked(
  filter: Quantified,
  relations: Relations,
): {
  readonly relation: Relation;
  readonly name: string;
  readonly inner: Filter | undefined;
  readonly isNone: boolean;
} {
  const linked = 'some' in filter ? filter.some : filter.none;
  const relation = Object.hasOwn(relations, linked.relation) ? relations[linked.relation] : undefined;
  // Stored filters must be parsed again before use.
  if (!relation) throw new Error(`filter names ${linked.relation}, which is no relation: parse it first`);
  return { relation, name: linked.relation, inner: linked.filter, isNone: 'none' in filter };
}

interface Reading {
  readonly errors: FieldError[];
  nodes: number;
}

/** Position in the filter, with the fields and relations allowed at this position. */
interface Location extends Scope {
  readonly pointer: string;
  readonly depth: number;
  /** Number of relations on the path to this position. */
  readonly away: number;
}

/** Escapes a JSON pointer segment (RFC 6901), cut at 100 characters. */
const escaped = (key: string): string => key.slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');

function report(reading: Reading, pointer: string, code: string, detail: string): undefined {
  if (reading.errors.length < MAX_ERRORS) reading.errors.push({ pointer, code, detail });
}

const within = (location: Location, path: string): Location => ({
  ...location,
  pointer: `${location.pointer}/${path}`,
  depth: location.depth + 1,
});
const across = (location: Location, relation: Relation): Location => ({
  ...location,
  ...scopeOf(relation),
  away: location.away + 1,
});

/** Reads a node. For an invalid node, adds the errors to `reading.errors` and returns undefined. */
function readNode(input: unknown, reading: Reading, location: Location): Filter | undefined {
  const { pointer } = location;
  reading.nodes += 1;
  if (reading.nodes === MAX_NODES + 1)
    report(reading, pointer, 'too-many-nodes', `A filter has at most ${MAX_NODES} nodes.`);
  if (reading.nodes > MAX_NODES) return undefined;
  if (location.depth > MAX_DEPTH)
    return report(reading, pointer, 'too-deep', `A filter is at most ${MAX_DEPTH} levels deep.`);
  if (!isPlainObject(input)) return report(reading, pointer, 'wrong-type', `Expected an object: ${SHAPES}.`);
  const has = (key: string): boolean => Object.hasOwn(input, key);
  const layout = (['and', 'or', 'not', 'some', 'none', 'field'] as const).find(has);
  if (!layout) return report(reading, pointer, 'unknown-shape', `Not a filter: ${SHAPES}.`);
  if (!hasOnly(input, layout === 'field' ? ['field', 'op', 'value'] : [layout], layout, reading, pointer))
    return undefined;
  if (layout === 'field') return readLeaf(input, reading, location);
  if (layout === 'and' || layout === 'or') return readList(input[layout], layout, reading, location);
  if (layout !== 'not')
    return readQuantified(input[layout], layout, reading, { ...location, pointer: `${pointer}/${layout}` });
  const not = readNode(input.not, reading, within(location, 'not'));
  return not && { not };
}

function hasOnly(
  input: Record<string, unknown>,
  known: readonly string[],
  layout: string,
  reading: Reading,
  pointer: string,
): boolean {
  const strange = Object.keys(input).find((key) => !known.includes(key));
  if (strange !== undefined)
    report(
      reading,
      `${pointer}/${escaped(strange)}`,
      'unknown-key',
      `Beside "${layout}" only ${known.join(', ')} may stand.`,
    );
  return strange === undefined;
}

/**
 * Reads a condition. A path such as `company.industry` is resolved to a field, whose kind decides the allowed
 * operators.
 */
function readLeaf(input: Record<string, unknown>, reading: Reading, location: Location): Condition | undefined {
  const at: Report = (part, code, detail) => report(reading, `${location.pointer}/${part}`, code, detail);
  const missing = ['op', 'value'].find((key) => !Object.hasOwn(input, key));
  if (missing) return at(missing, 'missing', 'A condition has a field, an op and a value.');
  const path = typeof input.field === 'string' && input.field.length <= 200 ? input.field : undefined;
  const step = path === undefined ? undefined : relationStepOf(path, location);
  if (path !== undefined && step) {
    if (step.relation.many)
      return at(
        'field',
        'relation-of-many',
        `A record can have several ${step.name}: use {"some": {"relation": "${step.name}", "filter": …}}.`,
      );
    if (location.away >= MAX_RELATIONS)
      return at('field', 'too-far', `A filter follows at most ${MAX_RELATIONS} relations.`);
    const read = readLeaf({ ...input, field: step.rest }, reading, across(location, step.relation));
    return read && { ...read, field: path };
  }
  const head = path?.slice(0, Math.max(path.indexOf('.'), 0)) ?? '';
  if (
    isRelationName(head) &&
    relationNames(location.relations).length === 0 &&
    !Object.hasOwn(location.fields, path ?? '')
  )
    return rejectRelations(at, 'field');
  return readCondition(input.field, input.op, input.value, location.fields, at);
}

const rejectRelations = (at: Report, part: string): undefined =>
  at(part, 'relation-rejected', 'This filter accepts only fields of the record itself, not of linked records.');

function readQuantified(
  input: unknown,
  layout: 'some' | 'none',
  reading: Reading,
  location: Location,
): Filter | undefined {
  const at: Report = (part, code, detail) => report(reading, `${location.pointer}${part && `/${part}`}`, code, detail);
  const names = relationNames(location.relations);
  if (names.length === 0) return rejectRelations(at, '');
  if (!isPlainObject(input)) return at('', 'wrong-type', `"${layout}" takes {"relation", "filter"}.`);
  if (!hasOnly(input, ['relation', 'filter'], layout, reading, location.pointer)) return undefined;
  const { relation: name } = input;
  const relation =
    typeof name === 'string' && Object.hasOwn(location.relations, name) ? location.relations[name] : undefined;
  if (typeof name !== 'string' || !relation)
    return at('relation', 'unknown-relation', `There are ${names.join(', ')}.`);
  if (location.away >= MAX_RELATIONS)
    return at('relation', 'too-far', `A filter follows at most ${MAX_RELATIONS} relations.`);
  if (input.filter === undefined)
    return layout === 'some' ? { some: { relation: name } } : { none: { relation: name } };
  const filter = readNode(input.filter, reading, within(across(location, relation), 'filter'));
  return filter && (layout === 'some' ? { some: { relation: name, filter } } : { none: { relation: name, filter } });
}

function readList(input: unknown, layout: 'and' | 'or', reading: Reading, location: Location): Filter | undefined {
  if (!Array.isArray(input) || input.length === 0)
    return report(
      reading,
      `${location.pointer}/${layout}`,
      'wrong-type',
      `"${layout}" takes a list of at least one filter.`,
    );
  const read: Filter[] = [];
  for (let index = 0; index < input.length && reading.nodes <= MAX_NODES; index += 1) {
    const filter = readNode(input[index], reading, within(location, `${layout}/${index}`));
    if (filter) read.push(filter);
  }
  return layout === 'and' ? { and: read } : { or: read };
}

/**
 * Parses a filter, or rejects it with the location of every error. The result contains only known fields and normalized
 * values. Without `relations`, filters on related records are rejected.
 */
export function parseFilter(input: unknown, fields: Fields, pointer = '#/filter', relations: Relations = {}): Filter {
  const reading: Reading = { errors: [], nodes: 0 };
  const filter = readNode(input, reading, { fields, relations, pointer, depth: 1, away: 0 });
  if (filter && reading.errors.length === 0) return filter;
  throw new UnprocessableError('invalid-filter', 'The filter is invalid.', { errors: reading.errors });
}
