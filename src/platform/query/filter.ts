import { type FieldError, Invalid } from '../../kernel/errors.js';
import { type Condition, readCondition, type Report } from './condition.js';
import type { Fields } from './fields.js';
import {
  isRelationName,
  MAX_RELATIONS,
  relationNames,
  type Relation,
  type Relations,
  type Scope,
  scopeOf,
  stepOf,
} from './relations.js';

/** The one filter language: lists, saved views, facets, exports, workflow conditions and webhooks speak it. */
export type Filter =
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | Quantified
  | Condition;

/** Records that are linked to this one; without a filter, any. */
export interface Linked {
  readonly relation: string;
  readonly filter?: Filter;
}

/** Whether some of the linked records meet a filter, or none does. */
export type Quantified = { readonly some: Linked } | { readonly none: Linked };

const MAX_DEPTH = 5;
const MAX_NODES = 50;
/** Enough to mend a filter by; a hostile one shall not cost a page of errors. */
const MAX_ERRORS = 20;
const SHAPES = 'a node is {"and": […]}, {"or": […]}, {"not": …}, {"some": …}, {"none": …} or {"field", "op", "value"}';

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter;
export const isQuantified = (filter: Filter): filter is Quantified => 'some' in filter || 'none' in filter;
export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a quantified node asks, with its relation. */
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
  // As with fields: a stored filter is parsed again before it is used.
  if (!relation) throw new Error(`filter names ${linked.relation}, which is no relation: parse it first`);
  return { relation, name: linked.relation, inner: linked.filter, isNone: 'none' in filter };
}

interface Reading {
  readonly errors: FieldError[];
  nodes: number;
}

/** Where in the filter, and what it may speak of there. */
interface Place extends Scope {
  readonly pointer: string;
  readonly depth: number;
  /** How many relations lead here. */
  readonly away: number;
}

/** RFC 6901, and never longer than a client could have meant. */
const escaped = (key: string): string => key.slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');

function report(reading: Reading, pointer: string, code: string, detail: string): undefined {
  if (reading.errors.length < MAX_ERRORS) reading.errors.push({ pointer, code, detail });
}

const within = (place: Place, path: string): Place => ({
  ...place,
  pointer: `${place.pointer}/${path}`,
  depth: place.depth + 1,
});
const across = (place: Place, relation: Relation): Place => ({ ...place, ...scopeOf(relation), away: place.away + 1 });

/** Whatever is wrong comes back as undefined, told in `reading.errors`. */
function readNode(input: unknown, reading: Reading, place: Place): Filter | undefined {
  const { pointer } = place;
  reading.nodes += 1;
  if (reading.nodes === MAX_NODES + 1)
    report(reading, pointer, 'too-many-nodes', `A filter has at most ${MAX_NODES} nodes.`);
  if (reading.nodes > MAX_NODES) return undefined;
  if (place.depth > MAX_DEPTH)
    return report(reading, pointer, 'too-deep', `A filter is at most ${MAX_DEPTH} levels deep.`);
  if (!isPlainObject(input)) return report(reading, pointer, 'wrong-type', `Expected an object: ${SHAPES}.`);
  const has = (key: string): boolean => Object.hasOwn(input, key);
  const shape = (['and', 'or', 'not', 'some', 'none', 'field'] as const).find(has);
  if (!shape) return report(reading, pointer, 'unknown-shape', `Not a filter: ${SHAPES}.`);
  if (!hasOnly(input, shape === 'field' ? ['field', 'op', 'value'] : [shape], shape, reading, pointer))
    return undefined;
  if (shape === 'field') return readLeaf(input, reading, place);
  if (shape === 'and' || shape === 'or') return readList(input[shape], shape, reading, place);
  if (shape !== 'not')
    return readQuantified(input[shape], shape, reading, { ...place, pointer: `${pointer}/${shape}` });
  const not = readNode(input.not, reading, within(place, 'not'));
  return not && { not };
}

function hasOnly(
  input: Record<string, unknown>,
  known: readonly string[],
  shape: string,
  reading: Reading,
  pointer: string,
): boolean {
  const strange = Object.keys(input).find((key) => !known.includes(key));
  if (strange !== undefined)
    report(
      reading,
      `${pointer}/${escaped(strange)}`,
      'unknown-key',
      `Beside "${shape}" only ${known.join(', ')} may stand.`,
    );
  return strange === undefined;
}

/** Follows a path such as `company.industry` to the field at its end, whose kind says what may be asked of it. */
function readLeaf(input: Record<string, unknown>, reading: Reading, place: Place): Condition | undefined {
  const at: Report = (part, code, detail) => report(reading, `${place.pointer}/${part}`, code, detail);
  const missing = ['op', 'value'].find((key) => !Object.hasOwn(input, key));
  if (missing) return at(missing, 'missing', 'A condition has a field, an op and a value.');
  const path = typeof input.field === 'string' && input.field.length <= 200 ? input.field : undefined;
  const step = path === undefined ? undefined : stepOf(path, place);
  if (path !== undefined && step) {
    if (step.relation.many)
      return at(
        'field',
        'relation-of-many',
        `There may be several ${step.name}: ask {"some": {"relation": "${step.name}", "filter": …}}.`,
      );
    if (place.away >= MAX_RELATIONS)
      return at('field', 'too-far', `A filter follows at most ${MAX_RELATIONS} relations.`);
    const read = readLeaf({ ...input, field: step.rest }, reading, across(place, step.relation));
    return read && { ...read, field: path };
  }
  const head = path?.slice(0, Math.max(path.indexOf('.'), 0)) ?? '';
  if (isRelationName(head) && relationNames(place.relations).length === 0 && !Object.hasOwn(place.fields, path ?? ''))
    return refuseRelations(at, 'field');
  return readCondition(input.field, input.op, input.value, place.fields, at);
}

const refuseRelations = (at: Report, part: string): undefined =>
  at(part, 'relation-refused', 'Here only the record itself can be asked, not what it is linked to.');

function readQuantified(input: unknown, shape: 'some' | 'none', reading: Reading, place: Place): Filter | undefined {
  const at: Report = (part, code, detail) => report(reading, `${place.pointer}${part && `/${part}`}`, code, detail);
  const names = relationNames(place.relations);
  if (names.length === 0) return refuseRelations(at, '');
  if (!isPlainObject(input)) return at('', 'wrong-type', `"${shape}" takes {"relation", "filter"}.`);
  if (!hasOnly(input, ['relation', 'filter'], shape, reading, place.pointer)) return undefined;
  const { relation: name } = input;
  const relation = typeof name === 'string' && Object.hasOwn(place.relations, name) ? place.relations[name] : undefined;
  if (typeof name !== 'string' || !relation)
    return at('relation', 'unknown-relation', `There are ${names.join(', ')}.`);
  if (place.away >= MAX_RELATIONS)
    return at('relation', 'too-far', `A filter follows at most ${MAX_RELATIONS} relations.`);
  if (input.filter === undefined) return shape === 'some' ? { some: { relation: name } } : { none: { relation: name } };
  const filter = readNode(input.filter, reading, within(across(place, relation), 'filter'));
  return filter && (shape === 'some' ? { some: { relation: name, filter } } : { none: { relation: name, filter } });
}

function readList(input: unknown, shape: 'and' | 'or', reading: Reading, place: Place): Filter | undefined {
  if (!Array.isArray(input) || input.length === 0)
    return report(
      reading,
      `${place.pointer}/${shape}`,
      'wrong-type',
      `"${shape}" takes a list of at least one filter.`,
    );
  const read: Filter[] = [];
  for (let index = 0; index < input.length && reading.nodes <= MAX_NODES; index += 1) {
    const filter = readNode(input[index], reading, within(place, `${shape}/${index}`));
    if (filter) read.push(filter);
  }
  return shape === 'and' ? { and: read } : { or: read };
}

/**
 * Refuses with every mistake and its place; what it returns holds nothing but known fields and values in normal form.
 * Without `relations` only the record itself can be asked: where nothing but the record is at hand.
 */
export function parseFilter(input: unknown, fields: Fields, pointer = '#/filter', relations: Relations = {}): Filter {
  const reading: Reading = { errors: [], nodes: 0 };
  const filter = readNode(input, reading, { fields, relations, pointer, depth: 1, away: 0 });
  if (filter && reading.errors.length === 0) return filter;
  throw new Invalid('invalid-filter', 'The filter is not acceptable.', { errors: reading.errors });
}
