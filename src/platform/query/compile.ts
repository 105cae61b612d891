import { type RawBuilder, sql } from 'kysely';
import type { Condition } from './condition.js';
import { type FilterContext, mustLocate, teamQuery, valuesOf } from './context.js';
import { bound, boundList, type Field, type Fields, type Located, type Sql } from './fields.js';
import { type Filter, isCondition } from './filter.js';
import { isOrder, type Scalar } from './kinds.js';

const COMPARE = { lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=` } as const;

export const likeEscaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
const pattern = (condition: Condition, text: Scalar | undefined): string =>
  `${condition.op === 'contains' ? '%' : ''}${likeEscaped(String(text))}%`;

/** Total: a NULL counts as "no". Only behind a negation, since no index serves it. */
const notTrue = (inner: Sql): Sql => sql`(${inner}) is not true`;

function oneOf(condition: Condition, located: Located, context: FilterContext): Sql {
  const { kind, column } = located.field;
  const values = valuesOf(condition, located, context);
  const listed = values.length === 1 ? sql`${column} = ${bound(kind, values[0])}` : sql`${column} = any(${boundList(kind, values)})`;
  const team = teamQuery(condition, located, context);
  return team ? sql`(${listed} or ${column} in (${team}))` : listed;
}

/** What an index can say beforehand of a value that the column itself has none for. */
function narrowed({ op }: Condition, { probe, inside, kind }: Field, values: readonly Scalar[], exact: Sql): Sql {
  if (values.length === 0) return exact;
  if (isOrder(op)) return probe ? sql`(${probe.expression} ${COMPARE[op as keyof typeof COMPARE]} ${probe.of(bound(kind, values[0]))} and ${exact})` : exact;
  if (probe) return sql`(${probe.expression} in (${sql.join(values.map((value) => probe.of(bound(kind, value))))}) and ${exact})`;
  return inside ? sql`(${containsAny(inside.column, inside.key, values)} and ${exact})` : exact;
}

/** The operators on a column of its own. */
function onColumn(condition: Condition, located: Located, context: FilterContext): Sql {
  const { kind, column, lowercase } = located.field;
  const values = valuesOf(condition, located, context);
  switch (condition.op) {
    case 'isNull': return condition.value ? sql`${column} is null` : sql`${column} is not null`;
    case 'lt': case 'lte': case 'gt': case 'gte': return narrowed(condition, located.field, values, sql`${column} ${COMPARE[condition.op]} ${bound(kind, values[0])}`);
    case 'contains': case 'startsWith': {
      const like = bound('text', pattern(condition, values[0]));
      return lowercase ? sql`${column} like ${like}` : sql`lower(${column}) like lower(${like})`;
    }
    case 'has': case 'hasAll': return sql`${column} @> ${boundList('text', values)}`;
    case 'hasAny': return sql`${column} && ${boundList('text', values)}`;
    case 'ne': case 'notIn': return notTrue(oneOf(condition, located, context));
    default: return narrowed(condition, located.field, values, oneOf(condition, located, context));
  }
}

/** An index on jsonb answers only `@>`, and one by one: hence no `= any`. */
const containsAny = (column: Sql, key: string, values: readonly unknown[]): Sql =>
  sql`(${sql.join(values.map((value) => sql`${column} @> ${JSON.stringify({ [key]: value })}::jsonb`), sql` or `)})`;

/** CASE, because a cast must not be tried on what has another type. Text in byte order, which memory can repeat. */
function compareJson(column: Sql, key: string, comparison: Sql, value: Scalar | undefined): Sql {
  const text = sql`${column} ->> ${key}::text`;
  const [type, left, right] = typeof value === 'number'
    ? [sql`'number'`, sql`(${text})::numeric`, bound('decimal', value)]
    : [sql`'string'`, sql`(${text}) collate "C"`, bound('text', value)];
  return sql`case when jsonb_typeof(${column} -> ${key}::text) = ${type} then ${left} ${comparison} ${right} end`;
}

/** The operators on one key of a jsonb column. */
function insideJson(condition: Condition, key: string, located: Located, context: FilterContext): Sql {
  const { column } = located.field;
  const values = valuesOf(condition, located, context);
  switch (condition.op) {
    case 'isNull': return condition.value ? sql`(${column} ->> ${key}::text) is null` : sql`(${column} ->> ${key}::text) is not null`;
    case 'lt': case 'lte': case 'gt': case 'gte': return compareJson(column, key, COMPARE[condition.op], values[0]);
    case 'contains': case 'startsWith': {
      const like = bound('text', pattern(condition, values[0]));
      return sql`(jsonb_typeof(${column} -> ${key}::text) = 'string' and lower(${column} ->> ${key}::text) like lower(${like}))`;
    }
    case 'has': return containsAny(column, key, values.map((value) => [value]));
    case 'ne': case 'notIn': return notTrue(containsAny(column, key, values));
    default: return containsAny(column, key, values);
  }
}

function compileNode(filter: Filter, fields: Fields, context: FilterContext): Sql {
  if (isCondition(filter)) {
    const located = mustLocate(filter, fields);
    return located.key === undefined ? onColumn(filter, located, context) : insideJson(filter, located.key, located, context);
  }
  if ('not' in filter) return notTrue(compileNode(filter.not, fields, context));
  const [parts, word] = 'and' in filter ? [filter.and, sql` and `] : [filter.or, sql` or `];
  return sql`(${sql.join(parts.map((part) => compileNode(part, fields, context)), word)})`;
}

/**
 * The filter as one condition for WHERE. There NULL and false are the same, and every negation is made total,
 * so it keeps exactly the rows that `matches` says yes to. Positive parts stay bare, so that indexes serve them.
 */
export const compileFilter = (filter: Filter, fields: Fields, context: FilterContext): RawBuilder<boolean> =>
  compileNode(filter, fields, context) as RawBuilder<boolean>;
