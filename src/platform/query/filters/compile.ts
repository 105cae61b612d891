import { type RawBuilder, sql } from 'kysely';
import type { Condition } from './condition.js';
import { type FilterContext, mustLocate, teamQuery, valuesOf } from './context.js';
import { bound, boundList, type Field, type Fields, type Located, type Sql } from '../fields/fields.js';
import { asked, type Filter, isCondition, isQuantified } from './filter.js';
import { normalizeText } from '../../../kernel/values/text.js';
import { isOrder, type Scalar } from '../fields/kinds.js';
import {
  related,
  type Relation,
  type Relations,
  type Scope,
  scopeOf,
  type RelationStep,
  relationStepOf,
} from '../fields/relations.js';

const COMPARE = { lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=` } as const;

export const likeEscaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
const pattern = (condition: Condition, text: Scalar | undefined): string =>
  `${condition.op === 'contains' ? '%' : ''}${likeEscaped(String(text))}%`;

/** Treats NULL as false. Used only in negations, because no index supports this form. */
const notTrue = (inner: Sql): Sql => sql`(${inner}) is not true`;

function oneOf(condition: Condition, located: Located, context: FilterContext): Sql {
  const { kind, column: own, equality } = located.field;
  const column = equality?.column ?? own;
  const values = valuesOf(condition, located, context);
  const listed =
    values.length === 1 ? sql`${column} = ${bound(kind, values[0])}` : sql`${column} = any(${boundList(kind, values)})`;
  const team = teamQuery(condition, located, context);
  return team ? sql`(${listed} or ${column} in (${team}))` : listed;
}

/** Adds an indexable condition before the exact condition, for columns without an index of their own. */
function narrowed({ op }: Condition, { probe, inside, kind }: Field, values: readonly Scalar[], exact: Sql): Sql {
  if (values.length === 0) return exact;
  if (isOrder(op))
    return probe
      ? sql`(${probe.expression} ${COMPARE[op as keyof typeof COMPARE]} ${probe.of(bound(kind, values[0]))}
        and ${exact})`
      : exact;
  if (probe?.suits?.(values) ?? probe)
    return sql`(${probe.expression} in (${sql.join(values.map((value) => probe.of(bound(kind, value))))}) and ${exact})`;
  return inside ? sql`(${containsAny(inside.column, inside.key, values)} and ${exact})` : exact;
}

const TRIGRAM = /[\p{L}\p{N}]{3}/u;
/**
 * Returns whether a trigram index can find a text. A text without three adjacent letters or digits would need a full
 * index scan.
 */
export const hasTrigram = (text: string): boolean => TRIGRAM.test(text);

/**
 * Returns whether the text index of the whole record narrows a condition on one field. Lower-case columns have their
 * own index for equality.
 */
export function asksInText({ op, value }: Condition, field: Field | undefined): boolean {
  if (!field?.searched || typeof value !== 'string' || !hasTrigram(value)) return false;
  return op === 'contains' || op === 'startsWith' || (op === 'eq' && !field.lowercase && !field.equality);
}

/** Compiles a condition on a column, with an indexable condition before it where possible. */
function onColumn(condition: Condition, located: Located, context: FilterContext): Sql {
  const { searched, whenTrue } = located.field;
  const exact = plainly(condition, located, context);
  if (searched && asksInText(condition, located.field))
    return sql`(${searched} like ${bound('text', `%${likeEscaped(normalizeText(String(condition.value)))}%`)}
      and ${exact})`;
  return whenTrue && condition.op === 'eq' && condition.value === true ? whenTrue : exact;
}

/** Treats an empty list as NULL. */
function isNothing({ kind, column }: Field, isRequested: boolean): Sql {
  if (kind === 'tags')
    return isRequested ? sql`coalesce(cardinality(${column}), 0) = 0` : sql`cardinality(${column}) > 0`;
  return isRequested ? sql`${column} is null` : sql`${column} is not null`;
}

function likeOn({ column, lowercase }: Field, condition: Condition, value: Scalar | undefined): Sql {
  const like = bound('text', pattern(condition, value));
  return lowercase ? sql`${column} like ${like}` : sql`lower(${column}) like lower(${like})`;
}

function plainly(condition: Condition, located: Located, context: FilterContext): Sql {
  const { kind, column } = located.field;
  const values = valuesOf(condition, located, context);
  switch (condition.op) {
    case 'isNull':
      return isNothing(located.field, condition.value === true);
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const exact = sql`${column} ${COMPARE[condition.op]} ${bound(kind, values[0])}`;
      return narrowed(condition, located.field, values, exact);
    }
    case 'contains':
    case 'startsWith':
      return likeOn(located.field, condition, values[0]);
    case 'has':
    case 'hasAll':
      return sql`${column} @> ${boundList('text', values)}`;
    case 'hasAny':
      return sql`${column} && ${boundList('text', values)}`;
    case 'ne':
    case 'notIn':
      return notTrue(oneOf(condition, located, context));
    default:
      return narrowed(condition, located.field, values, oneOf(condition, located, context));
  }
}

/** An index on jsonb supports `@>` with a single value only, not `= any`. */
const containsAny = (column: Sql, key: string, values: readonly unknown[]): Sql =>
  sql`(${sql.join(
    values.map((value) => sql`${column} @> ${JSON.stringify({ [key]: value })}::jsonb`),
    sql` or `,
  )})`;

/** Uses CASE because a cast fails on a value of another type. Text is compared in byte order, as in `matches`. */
function compareJson(column: Sql, key: string, comparison: Sql, value: Scalar | undefined): Sql {
  const text = sql`${column} ->> ${key}::text`;
  const [type, left, right] =
    typeof value === 'number'
      ? [sql`'number'`, sql`(${text})::numeric`, bound('decimal', value)]
      : [sql`'string'`, sql`(${text}) collate "C"`, bound('text', value)];
  return sql`case when jsonb_typeof(${column} -> ${key}::text) = ${type} then ${left} ${comparison} ${right} end`;
}

function likeInJson(column: Sql, key: string, condition: Condition, value: Scalar | undefined): Sql {
  const like = bound('text', pattern(condition, value));
  return sql`(jsonb_typeof(${column} -> ${key}::text) = 'string'
        and lower(${column} ->> ${key}::text) like lower(${like}))`;
}

/** Compiles a condition on one key of a jsonb column. */
function insideJson(condition: Condition, key: string, located: Located, context: FilterContext): Sql {
  const { column } = located.field;
  const values = valuesOf(condition, located, context);
  switch (condition.op) {
    case 'isNull':
      return condition.value
        ? sql`(${column} ->> ${key}::text) is null`
        : sql`(${column} ->> ${key}::text) is not null`;
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return compareJson(column, key, COMPARE[condition.op], values[0]);
    case 'contains':
    case 'startsWith':
      return likeInJson(column, key, condition, values[0]);
    case 'has': {
      const lists = values.map((value) => [value]);
      return containsAny(column, key, lists);
    }
    case 'ne':
    case 'notIn':
      return notTrue(containsAny(column, key, values));
    default:
      return containsAny(column, key, values);
  }
}

/** Returns the condition without its negation; undefined if the condition has no negation. */
function affirmed(condition: Condition): Condition | undefined {
  if (condition.op === 'ne') return { ...condition, op: 'eq' };
  if (condition.op === 'notIn') return { ...condition, op: 'in' };
  return condition.op === 'isNull' && condition.value === true ? { ...condition, value: false } : undefined;
}

/**
 * Treats the fields of a missing record as NULL. A negated condition becomes `not exists` with the positive condition.
 */
function throughRelations(condition: Condition, { relation, rest }: RelationStep, context: FilterContext): Sql {
  const inner = { ...condition, field: rest };
  const affirmative = affirmed(inner);
  const found = related(relation, compileNode(affirmative ?? inner, scopeOf(relation), context), context);
  return affirmative ? sql`not ${found}` : found;
}

/** Plain `exists` and `not exists`, because the planner can turn both into joins. */
function anyOf(relation: Relation, filter: Filter | undefined, isNone: boolean, context: FilterContext): Sql {
  const found = related(relation, filter && compileNode(filter, scopeOf(relation), context), context);
  return isNone ? sql`not ${found}` : found;
}

function compileCondition(condition: Condition, scope: Scope, context: FilterContext): Sql {
  const step = relationStepOf(condition.field, scope);
  if (step) return throughRelations(condition, step, context);
  const located = mustLocate(condition, scope.fields);
  return located.key === undefined
    ? onColumn(condition, located, context)
    : insideJson(condition, located.key, located, context);
}

function compileNode(filter: Filter, scope: Scope, context: FilterContext): Sql {
  if (isCondition(filter)) return compileCondition(filter, scope, context);
  if (isQuantified(filter)) {
    const { relation, inner, isNone } = asked(filter, scope.relations);
    return anyOf(relation, inner, isNone, context);
  }
  if ('not' in filter) {
    const { not } = filter;
    return isQuantified(not)
      ? sql`not (${compileNode(not, scope, context)})`
      : notTrue(compileNode(not, scope, context));
  }
  const [parts, word] = 'and' in filter ? [filter.and, sql` and `] : [filter.or, sql` or `];
  return sql`(${sql.join(
    parts.map((part) => compileNode(part, scope, context)),
    word,
  )})`;
}

/**
 * Compiles a filter into one WHERE condition that keeps the same rows as `matches`. Negations map NULL to false.
 * Positive conditions stay unchanged, so that indexes can be used.
 */
export const compileFilter = (
  filter: Filter,
  fields: Fields,
  context: FilterContext,
  relations: Relations = {},
): RawBuilder<boolean> => compileNode(filter, { fields, relations }, context) as RawBuilder<boolean>;
