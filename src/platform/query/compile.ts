import { type RawBuilder, sql } from 'kysely';
import type { Condition } from './condition.js';
import { type FilterContext, mustLocate, teamQuery, valuesOf } from './context.js';
import { bound, boundList, type Field, type Fields, type Located, type Sql } from './fields.js';
import { asked, type Filter, isCondition, isQuantified } from './filter.js';
import { isOrder, type Scalar } from './kinds.js';
import { related, type Relation, type Relations, type Scope, scopeOf, type Step, stepOf } from './relations.js';

const COMPARE = { lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=` } as const;

export const likeEscaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
const pattern = (condition: Condition, text: Scalar | undefined): string =>
  `${condition.op === 'contains' ? '%' : ''}${likeEscaped(String(text))}%`;

/** Total: a NULL counts as "no". Only behind a negation, since no index serves it. */
const notTrue = (inner: Sql): Sql => sql`(${inner}) is not true`;

function oneOf(condition: Condition, located: Located, context: FilterContext): Sql {
  const { kind, column } = located.field;
  const values = valuesOf(condition, located, context);
  const listed =
    values.length === 1 ? sql`${column} = ${bound(kind, values[0])}` : sql`${column} = any(${boundList(kind, values)})`;
  const team = teamQuery(condition, located, context);
  return team ? sql`(${listed} or ${column} in (${team}))` : listed;
}

/** What an index can say beforehand of a value that the column itself has none for. */
function narrowed({ op }: Condition, { probe, inside, kind }: Field, values: readonly Scalar[], exact: Sql): Sql {
  if (values.length === 0) return exact;
  if (isOrder(op))
    return probe
      ? sql`(${probe.expression} ${COMPARE[op as keyof typeof COMPARE]} ${probe.of(bound(kind, values[0]))} and ${exact})`
      : exact;
  if (probe)
    return sql`(${probe.expression} in (${sql.join(values.map((value) => probe.of(bound(kind, value))))}) and ${exact})`;
  return inside ? sql`(${containsAny(inside.column, inside.key, values)} and ${exact})` : exact;
}

const TRIGRAM = /[\p{L}\p{N}]{3}/u;
/** Whether a trigram index can help to find a text: of fewer letters and digits in a row there is none, and all of it would be read. */
export const hasTrigram = (text: string): boolean => TRIGRAM.test(text);

/** Whether an index over the text of the whole record narrows what a condition asks of one field. Where it is stored in lower case, equal values have an index of their own. */
export function asksInText({ op, value }: Condition, field: Field | undefined): boolean {
  if (!field?.searched || typeof value !== 'string' || !hasTrigram(value)) return false;
  return op === 'contains' || op === 'startsWith' || (op === 'eq' && !field.lowercase);
}

/** The operators on a column of its own, and before them what an index knows. */
function onColumn(condition: Condition, located: Located, context: FilterContext): Sql {
  const { searched, whenTrue } = located.field;
  const exact = plainly(condition, located, context);
  if (searched && asksInText(condition, located.field))
    return sql`(${searched} like lower(${bound('text', `%${likeEscaped(String(condition.value))}%`)}) and ${exact})`;
  return whenTrue && condition.op === 'eq' && condition.value === true ? sql`(${whenTrue} and ${exact})` : exact;
}

function plainly(condition: Condition, located: Located, context: FilterContext): Sql {
  const { kind, column, lowercase } = located.field;
  const values = valuesOf(condition, located, context);
  switch (condition.op) {
    case 'isNull':
      return condition.value ? sql`${column} is null` : sql`${column} is not null`;
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return narrowed(
        condition,
        located.field,
        values,
        sql`${column} ${COMPARE[condition.op]} ${bound(kind, values[0])}`,
      );
    case 'contains':
    case 'startsWith': {
      const like = bound('text', pattern(condition, values[0]));
      return lowercase ? sql`${column} like ${like}` : sql`lower(${column}) like lower(${like})`;
    }
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

/** An index on jsonb answers only `@>`, and one by one: hence no `= any`. */
const containsAny = (column: Sql, key: string, values: readonly unknown[]): Sql =>
  sql`(${sql.join(
    values.map((value) => sql`${column} @> ${JSON.stringify({ [key]: value })}::jsonb`),
    sql` or `,
  )})`;

/** CASE, because a cast must not be tried on what has another type. Text in byte order, which memory can repeat. */
function compareJson(column: Sql, key: string, comparison: Sql, value: Scalar | undefined): Sql {
  const text = sql`${column} ->> ${key}::text`;
  const [type, left, right] =
    typeof value === 'number'
      ? [sql`'number'`, sql`(${text})::numeric`, bound('decimal', value)]
      : [sql`'string'`, sql`(${text}) collate "C"`, bound('text', value)];
  return sql`case when jsonb_typeof(${column} -> ${key}::text) = ${type} then ${left} ${comparison} ${right} end`;
}

/** The operators on one key of a jsonb column. */
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
    case 'startsWith': {
      const like = bound('text', pattern(condition, values[0]));
      return sql`(jsonb_typeof(${column} -> ${key}::text) = 'string' and lower(${column} ->> ${key}::text) like lower(${like}))`;
    }
    case 'has':
      return containsAny(
        column,
        key,
        values.map((value) => [value]),
      );
    case 'ne':
    case 'notIn':
      return notTrue(containsAny(column, key, values));
    default:
      return containsAny(column, key, values);
  }
}

/** The same question without its negation; undefined where it has none. */
function affirmed(condition: Condition): Condition | undefined {
  if (condition.op === 'ne') return { ...condition, op: 'eq' };
  if (condition.op === 'notIn') return { ...condition, op: 'in' };
  return condition.op === 'isNull' && condition.value === true ? { ...condition, value: false } : undefined;
}

/** Fields of a record that is not there are NULL: what holds for NULL holds where no visible record says otherwise. */
function alongPath(condition: Condition, { relation, rest }: Step, context: FilterContext): Sql {
  const inner = { ...condition, field: rest };
  const affirmative = affirmed(inner);
  const found = related(relation, compileNode(affirmative ?? inner, scopeOf(relation), context), context);
  return affirmative ? sql`not ${found}` : found;
}

/** Bare `exists` and `not exists`: the planner makes joins of these two. */
function anyOf(relation: Relation, filter: Filter | undefined, isNone: boolean, context: FilterContext): Sql {
  const found = related(relation, filter && compileNode(filter, scopeOf(relation), context), context);
  return isNone ? sql`not ${found}` : found;
}

function compileCondition(condition: Condition, scope: Scope, context: FilterContext): Sql {
  const step = stepOf(condition.field, scope);
  if (step) return alongPath(condition, step, context);
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
 * The filter as one condition for WHERE. There NULL and false are the same, and every negation is made total,
 * so it keeps exactly the rows that `matches` says yes to. Positive parts stay bare, so that indexes serve them.
 */
export const compileFilter = (
  filter: Filter,
  fields: Fields,
  context: FilterContext,
  relations: Relations = {},
): RawBuilder<boolean> => compileNode(filter, { fields, relations }, context) as RawBuilder<boolean>;
