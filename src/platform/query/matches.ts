import type { Condition } from './condition.js';
import { type FilterContext, mustLocate, teamQuery, valuesOf } from './context.js';
import type { Fields, Located } from './fields.js';
import { type Filter, isCondition } from './filter.js';
import type { FieldKind, Operator, Scalar } from './kinds.js';

const sign = (left: number | bigint | string, right: number | bigint | string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Exact: money is not a float. */
function scaled(decimal: unknown, scale: number): bigint {
  const [whole = '0', fraction = ''] = String(decimal).split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

function compareDecimals(left: unknown, right: unknown): number {
  const scale = Math.max(...[left, right].map((value) => String(value).split('.')[1]?.length ?? 0));
  return sign(scaled(left, scale), scaled(right, scale));
}

const timeOf = (value: unknown): number => (value instanceof Date ? value.getTime() : Date.parse(String(value)));
/** PostgreSQL's "C" collation orders by bytes; JavaScript would order by UTF-16 units. */
const compareBytes = (left: unknown, right: unknown): number => Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));

function compare(kind: FieldKind, actual: unknown, wanted: Scalar): number | undefined {
  if (kind === 'json') {
    if (typeof actual !== typeof wanted) return undefined;
    return typeof wanted === 'string' ? compareBytes(actual, wanted) : sign(Number(actual), Number(wanted));
  }
  if (kind === 'decimal') return compareDecimals(actual, wanted);
  if (kind === 'timestamp') return sign(timeOf(actual), timeOf(wanted));
  if (kind === 'uuid') return sign(String(actual).toLowerCase(), String(wanted));
  return kind === 'integer' ? sign(Number(actual), Number(wanted)) : sign(String(actual), String(wanted));
}

function holdsOrder(op: Operator, order: number | undefined): boolean {
  if (order === undefined) return false;
  return op === 'lt' ? order < 0 : op === 'lte' ? order <= 0 : op === 'gt' ? order > 0 : order >= 0;
}

function holdsWords(op: Operator, actual: unknown, wanted: Scalar | undefined): boolean {
  if (typeof actual !== 'string') return false;
  const [text, part] = [actual.toLowerCase(), String(wanted).toLowerCase()];
  return op === 'contains' ? text.includes(part) : text.startsWith(part);
}

function holdsTags(op: Operator, actual: unknown, wanted: readonly Scalar[]): boolean {
  if (!Array.isArray(actual)) return false;
  return op === 'hasAny' ? wanted.some((tag) => actual.includes(tag)) : wanted.every((tag) => actual.includes(tag));
}

/** By the path of the field's name; own properties only. */
function actualOf(condition: Condition, { field, key }: Located, record: object): unknown {
  const path = key === undefined ? (field.property ?? condition.field).split('.') : [field.property ?? condition.field.slice(0, -key.length - 1), key];
  return path.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined), record);
}

function holds(condition: Condition, record: object, fields: Fields, context: FilterContext): boolean {
  const located = mustLocate(condition, fields);
  const actual = actualOf(condition, located, record);
  const missing = actual === null || actual === undefined;
  if (condition.op === 'isNull') return missing === condition.value;
  if (teamQuery(condition, located, context)) throw new Error('in memory, teamMemberIds must be a list');
  const wanted = valuesOf(condition, located, context);
  const { kind } = located.field;
  const equal = (): boolean => !missing && wanted.some((value) => compare(kind, actual, value) === 0);
  switch (condition.op) {
    case 'eq': case 'in': return equal();
    case 'ne': case 'notIn': return !equal();
    case 'contains': case 'startsWith': return holdsWords(condition.op, actual, wanted[0]);
    case 'has': case 'hasAny': case 'hasAll': return holdsTags(condition.op, actual, wanted);
    default: return !missing && wanted[0] !== undefined && holdsOrder(condition.op, compare(kind, actual, wanted[0]));
  }
}

/** The same answer as SQL would give, for one record as its view shows it. What is missing is NULL. */
export function matches(filter: Filter, record: object, fields: Fields, context: FilterContext): boolean {
  if (isCondition(filter)) return holds(filter, record, fields, context);
  if ('not' in filter) return !matches(filter.not, record, fields, context);
  return 'and' in filter
    ? filter.and.every((part) => matches(part, record, fields, context))
    : filter.or.some((part) => matches(part, record, fields, context));
}
