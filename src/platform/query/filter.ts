import { type FieldError, Invalid } from '../../kernel/errors.js';
import { type Condition, readCondition, type Report } from './condition.js';
import type { Fields } from './fields.js';

/** The one filter language: lists, saved views, facets, exports, workflow conditions and webhooks speak it. */
export type Filter = { readonly and: readonly Filter[] } | { readonly or: readonly Filter[] } | { readonly not: Filter } | Condition;

const MAX_DEPTH = 5;
const MAX_NODES = 50;
/** Enough to mend a filter by; a hostile one shall not cost a page of errors. */
const MAX_ERRORS = 20;
const SHAPES = 'a node is {"and": […]}, {"or": […]}, {"not": …} or {"field", "op", "value"}';

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter;
export const isPlainObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

interface Reading {
  readonly fields: Fields;
  readonly errors: FieldError[];
  nodes: number;
}

/** RFC 6901, and never longer than a client could have meant. */
const escaped = (key: string): string => key.slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');

function report(reading: Reading, pointer: string, code: string, detail: string): undefined {
  if (reading.errors.length < MAX_ERRORS) reading.errors.push({ pointer, code, detail });
}

/** Whatever is wrong comes back as undefined, told in `reading.errors`. */
function readNode(input: unknown, reading: Reading, pointer: string, depth: number): Filter | undefined {
  reading.nodes += 1;
  if (reading.nodes === MAX_NODES + 1) report(reading, pointer, 'too-many-nodes', `A filter has at most ${MAX_NODES} nodes.`);
  if (reading.nodes > MAX_NODES) return undefined;
  if (depth > MAX_DEPTH) return report(reading, pointer, 'too-deep', `A filter is at most ${MAX_DEPTH} levels deep.`);
  if (!isPlainObject(input)) return report(reading, pointer, 'wrong-type', `Expected an object: ${SHAPES}.`);
  const has = (key: string): boolean => Object.hasOwn(input, key);
  const shape = ['and', 'or', 'not', 'field'].find(has);
  if (!shape) return report(reading, pointer, 'unknown-shape', `Not a filter: ${SHAPES}.`);
  const known = shape === 'field' ? ['field', 'op', 'value'] : [shape];
  const strange = Object.keys(input).find((key) => !known.includes(key));
  if (strange !== undefined) return report(reading, `${pointer}/${escaped(strange)}`, 'unknown-key', `Beside "${shape}" only ${known.join(', ')} may stand.`);
  if (shape === 'field') return readLeaf(input, reading, pointer);
  if (shape !== 'not') return readList(input[shape], shape as 'and' | 'or', reading, `${pointer}/${shape}`, depth);
  const not = readNode(input.not, reading, `${pointer}/not`, depth + 1);
  return not && { not };
}

function readLeaf(input: Record<string, unknown>, reading: Reading, pointer: string): Condition | undefined {
  const at: Report = (place, code, detail) => report(reading, `${pointer}/${place}`, code, detail);
  const missing = ['op', 'value'].find((key) => !Object.hasOwn(input, key));
  if (missing) return report(reading, `${pointer}/${missing}`, 'missing', 'A condition has a field, an op and a value.');
  return readCondition(input.field, input.op, input.value, reading.fields, at);
}

function readList(input: unknown, shape: 'and' | 'or', reading: Reading, pointer: string, depth: number): Filter | undefined {
  if (!Array.isArray(input) || input.length === 0) return report(reading, pointer, 'wrong-type', `"${shape}" takes a list of at least one filter.`);
  const read: Filter[] = [];
  for (let index = 0; index < input.length && reading.nodes <= MAX_NODES; index += 1) {
    const filter = readNode(input[index], reading, `${pointer}/${index}`, depth + 1);
    if (filter) read.push(filter);
  }
  return shape === 'and' ? { and: read } : { or: read };
}

/** Refuses with every mistake and its place; what it returns holds nothing but known fields and values in normal form. */
export function parseFilter(input: unknown, fields: Fields, pointer = '#/filter'): Filter {
  const reading: Reading = { fields, errors: [], nodes: 0 };
  const filter = readNode(input, reading, pointer, 1);
  if (filter && reading.errors.length === 0) return filter;
  throw new Invalid('invalid-filter', 'The filter is not acceptable.', { errors: reading.errors });
}
