import type { Condition } from './condition.js';
import { type FilterContext, mustLocate, teamQuery, valuesOf } from './context.js';
import type { Fields, Located } from './fields.js';
import { asked, type Filter, isCondition, isQuantified } from './filter.js';
import type { FieldKind, Operator, Scalar } from './kinds.js';
import { type Relations, type Scope, scopeOf, stepOf } from './relations.js';

const sign = (left: number | bigint | string, right: number | bigint | string): number =>
  left < right ? -1 : left > right ? 1 : 0;

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
const compareBytes = (left: unknown, right: unknown): number =>
  Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));

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
  const path =
    key === undefined
      ? (field.property ?? condition.field).split('.')
      : [field.property ?? condition.field.slice(0, -key.length - 1), key];
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Record<string, unknown>)[name]
        : undefined,
    record,
  );
}

/** What a record carries of those it is linked to, as far as they are to be seen. */
function linkedOf(record: object, name: string): object[] {
  const linked: unknown = Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined;
  return (Array.isArray(linked) ? linked : [linked]).filter(
    (one): one is object => typeof one === 'object' && one !== null,
  );
}

/** Fields of a record that is not there are NULL. */
function holdsAlong(condition: Condition, record: object, scope: Scope, context: FilterContext): boolean {
  const step = stepOf(condition.field, scope);
  if (!step) return holds(condition, record, scope.fields, context);
  return holdsAlong(
    { ...condition, field: step.rest },
    linkedOf(record, step.name)[0] ?? {},
    scopeOf(step.relation),
    context,
  );
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
    case 'eq':
    case 'in':
      return equal();
    case 'ne':
    case 'notIn':
      return !equal();
    case 'contains':
    case 'startsWith':
      return holdsWords(condition.op, actual, wanted[0]);
    case 'has':
    case 'hasAny':
    case 'hasAll':
      return holdsTags(condition.op, actual, wanted);
    default:
      return !missing && wanted[0] !== undefined && holdsOrder(condition.op, compare(kind, actual, wanted[0]));
  }
}

function matchesNode(filter: Filter, record: object, scope: Scope, context: FilterContext): boolean {
  if (isCondition(filter)) return holdsAlong(filter, record, scope, context);
  if (isQuantified(filter)) {
    const { relation, name, inner, isNone } = asked(filter, scope.relations);
    return (
      linkedOf(record, name).some((one) => !inner || matchesNode(inner, one, scopeOf(relation), context)) !== isNone
    );
  }
  if ('not' in filter) return !matchesNode(filter.not, record, scope, context);
  return 'and' in filter
    ? filter.and.every((part) => matchesNode(part, record, scope, context))
    : filter.or.some((part) => matchesNode(part, record, scope, context));
}

/**
 * The same answer as SQL would give, for one record as its view shows it. What is missing is NULL. Records that it is
 * linked to are asked where it carries them, under the names of its relations.
 */
export const matches = (
  filter: Filter,
  record: object,
  fields: Fields,
  context: FilterContext,
  relations: Relations = {},
): boolean => matchesNode(filter, record, { fields, relations }, context);
