import type { Condition } from './condition.js';
import { comparable, type FilterContext, mustLocate, teamQuery, valuesOf } from './context.js';
import type { Fields, Located } from '../fields/fields.js';
import { asked, type Filter, isCondition, isQuantified } from './filter.js';
import type { FieldKind, Operator, Scalar } from '../fields/kinds.js';
import { type Relations, type Scope, scopeOf, relationStepOf } from '../fields/relations.js';

const sign = (left: number | bigint | string, right: number | bigint | string): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** Converts a decimal into an integer, because floats are not exact. */
function scaled(decimal: unknown, scale: number): bigint {
  const [whole = '0', fraction = ''] = String(decimal).split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

function compareDecimals(left: unknown, right: unknown): number {
  const scale = Math.max(...[left, right].map((value) => String(value).split('.')[1]?.length ?? 0));
  return sign(scaled(left, scale), scaled(right, scale));
}

const timeOf = (value: unknown): number => (value instanceof Date ? value.getTime() : Date.parse(String(value)));
/** The "C" collation of PostgreSQL orders by bytes; JavaScript orders by UTF-16 units. */
const compareBytes = (left: unknown, right: unknown): number =>
  Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));

function compare(kind: FieldKind, actual: unknown, requested: Scalar): number | undefined {
  if (kind === 'json') {
    if (typeof actual !== typeof requested) return undefined;
    return typeof requested === 'string' ? compareBytes(actual, requested) : sign(Number(actual), Number(requested));
  }
  if (kind === 'decimal') return compareDecimals(actual, requested);
  if (kind === 'timestamp') return sign(timeOf(actual), timeOf(requested));
  if (kind === 'uuid') return sign(String(actual).toLowerCase(), String(requested));
  return kind === 'integer' ? sign(Number(actual), Number(requested)) : sign(String(actual), String(requested));
}

function holdsOrder(op: Operator, order: number | undefined): boolean {
  if (order === undefined) return false;
  return op === 'lt' ? order < 0 : op === 'lte' ? order <= 0 : op === 'gt' ? order > 0 : order >= 0;
}

function holdsWords(op: Operator, actual: unknown, requested: Scalar | undefined): boolean {
  if (typeof actual !== 'string') return false;
  const [text, part] = [actual.toLowerCase(), String(requested).toLowerCase()];
  return op === 'contains' ? text.includes(part) : text.startsWith(part);
}

function holdsTags(op: Operator, actual: unknown, requested: readonly Scalar[]): boolean {
  if (!Array.isArray(actual)) return false;
  return op === 'hasAny'
    ? requested.some((tag) => actual.includes(tag))
    : requested.every((tag) => actual.includes(tag));
}

/** Reads the value at the path of the field; own properties only. */
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

/** Returns the related records that the record contains, as far as these records are visible. */
function linkedOf(record: object, name: string): object[] {
  const linked: unknown = Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined;
  return (Array.isArray(linked) ? linked : [linked]).filter(
    (one): one is object => typeof one === 'object' && one !== null,
  );
}

/** Treats the fields of a missing record as NULL. */
function matchesRelation(condition: Condition, record: object, scope: Scope, context: FilterContext): boolean {
  const step = relationStepOf(condition.field, scope);
  if (!step) return holds(condition, record, scope.fields, context);
  return matchesRelation(
    { ...condition, field: step.rest },
    linkedOf(record, step.name)[0] ?? {},
    scopeOf(step.relation),
    context,
  );
}

const isMissing = (actual: unknown, kind: FieldKind): boolean =>
  actual === null || actual === undefined || (kind === 'tags' && Array.isArray(actual) && actual.length === 0);

function holds(condition: Condition, record: object, fields: Fields, context: FilterContext): boolean {
  const located = mustLocate(condition, fields);
  const stored = actualOf(condition, located, record);
  const actual = typeof stored === 'string' ? comparable(stored, condition.op, located, context) : stored;
  const missing = isMissing(actual, located.field.kind);
  if (condition.op === 'isNull') return missing === condition.value;
  if (teamQuery(condition, located, context)) throw new Error('in memory, teamMemberIds must be a list');
  const requested = valuesOf(condition, located, context);
  const { kind } = located.field;
  const equal = (): boolean => !missing && requested.some((value) => compare(kind, actual, value) === 0);
  switch (condition.op) {
    case 'eq':
    case 'in':
      return equal();
    case 'ne':
    case 'notIn':
      return !equal();
    case 'contains':
    case 'startsWith':
      return holdsWords(condition.op, actual, requested[0]);
    case 'has':
    case 'hasAny':
    case 'hasAll':
      return holdsTags(condition.op, actual, requested);
    default:
      return !missing && requested[0] !== undefined && holdsOrder(condition.op, compare(kind, actual, requested[0]));
  }
}

function matchesNode(filter: Filter, record: object, scope: Scope, context: FilterContext): boolean {
  if (isCondition(filter)) return matchesRelation(filter, record, scope, context);
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
 * Evaluates a filter for one view of a record, with the same result as SQL. Missing values are NULL. Related records
 * are read from properties named like the relations.
 */
export const matches = (
  filter: Filter,
  record: object,
  fields: Fields,
  context: FilterContext,
  relations: Relations = {},
): boolean => matchesNode(filter, record, { fields, relations }, context);
