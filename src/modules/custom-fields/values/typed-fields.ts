import { normalEmail } from '../../../kernel/values/email.js';
import { sql } from 'kysely';
import { field, type Field, type Fields, type Sql } from '../../../platform/query/index.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';

/** SQL expressions for the values of one field in the column `custom_fields`, also used in its index. */
export interface Expressions {
  /** The value in its type; null if the stored value has another type. */
  readonly value: Sql;
  /** Sort key: never null, and short enough for an index. */
  readonly order?: Sql;
  /** Converts an input value for the comparison with `order`. */
  readonly inOrder: (value: Sql) => Sql;
  readonly method: 'btree' | 'gin';
}

type Definition = Pick<CustomFieldView, 'key' | 'type' | 'options' | 'indexStatus'>;

const asIs = (value: Sql): Sql => value;
/** A B-tree entry has at most a third of a page. For longer values, a filter also compares the full value. */
const shortened = (value: Sql): Sql => sql`lower(left(${value}, 200))`;

/** The stored value in its type; null if the stored value has another type. */
const typed = {
  text: (json: Sql): Sql => sql`case jsonb_typeof(${json}) when 'string' then ${json} #>> '{}' end`,
  number: (json: Sql): Sql => sql`case jsonb_typeof(${json}) when 'number' then (${json})::numeric end`,
  flag: (json: Sql): Sql => sql`case jsonb_typeof(${json}) when 'boolean' then (${json})::boolean end`,
  money: (json: Sql): Sql => sql`case when jsonb_typeof(${json}) = 'string'
    and ${json} #>> '{}' ~ '^[0-9]{1,12}([.][0-9]{1,2})?$' then (${json} #>> '{}')::numeric end`,
} as const;

/** Expressions of a field whose missing values are sorted as `last`. */
const ordered = (value: Sql, last: Sql): Expressions => ({
  value: sql`(${value})`,
  order: sql`coalesce(${value}, ${last})`,
  inOrder: asIs,
  method: 'btree',
});

/** Writes the key as a literal, because the index expression contains the literal. Keys are validated plain words. */
export function expressionsOf({ key, type }: Pick<Definition, 'key' | 'type'>, column: Sql): Expressions {
  const json = sql`(${column} -> ${sql.lit(key)})`;
  switch (type) {
    case 'number':
      return ordered(typed.number(json), sql`-9999999999999999`);
    case 'money':
      return ordered(typed.money(json), sql`-1`);
    case 'date':
      return ordered(sql`custom_day(${json})`, sql`date '9999-12-31'`);
    case 'boolean':
      return ordered(typed.flag(json), sql`false`);
    case 'multi-choice':
      return { value: sql`custom_texts(${json})`, inOrder: asIs, method: 'gin' };
    case 'user':
    case 'record-link':
      return { value: sql`custom_uuid(${json})`, inOrder: asIs, method: 'btree' };
    default:
      return {
        value: sql`(${typed.text(json)})`,
        order: sql`coalesce(${shortened(typed.text(json))}, '')`,
        inOrder: shortened,
        method: 'btree',
      };
  }
}

function kindOf({ type, options }: Definition, value: Sql): Field {
  const nullable = true;
  const values = options.map((option) => option.value);
  switch (type) {
    case 'number':
    case 'money':
      return field.decimal(value, { nullable });
    case 'date':
      return field.day(value, { nullable });
    case 'boolean':
      return field.boolean(value, { nullable });
    case 'choice':
      return field.choice(value, values, { nullable });
    case 'multi-choice':
      return { ...field.tags(value, { nullable }), values };
    case 'user':
      return field.uuid(value, { nullable, user: true });
    case 'record-link':
      return field.uuid(value, { nullable });
    case 'email':
      return field.text(value, { nullable, lowercase: true, equality: { normalize: normalEmail } });
    default:
      return field.text(value, { nullable });
  }
}

const COUNTED = new Set(['boolean', 'choice', 'multi-choice', 'user']);
/** Types whose equality can also use the GIN index over the whole column `custom_fields`. */
const CONTAINED = new Set(['text', 'choice', 'url', 'email', 'date', 'boolean']);
const TEXTS = new Set(['text', 'choice', 'url', 'email']);

/** Returns the field for queries. Sorting and facets need a ready index. */
export function typedField(definition: Definition, column: Sql): Field {
  const { key, type, indexStatus } = definition;
  const { value, order, inOrder } = expressionsOf(definition, column);
  const own = { ...kindOf(definition, value), property: `customFields.${key}` };
  if (indexStatus !== 'ready') return CONTAINED.has(type) ? { ...own, inside: { column, key } } : own;
  return {
    ...own,
    ...(order && {
      sort: { expression: order, ...(TEXTS.has(type) && { kind: 'text' as const }) },
      probe: { expression: order, of: inOrder },
    }),
    ...(COUNTED.has(type) && { facet: true as const }),
  };
}

/**
 * Returns own fields and typed custom fields. After the first definition, filters accept only defined keys, also
 * archived keys. Filters, views and rules cannot use deleted fields.
 */
export function withTyped(
  own: Fields,
  definitions: readonly (Definition & Pick<CustomFieldView, 'archivedAt'>)[],
  deleted: readonly string[] = [],
): Fields {
  const known = withKnownKeys(own, definitions, deleted);
  const untyped = own['custom'];
  if (!untyped || known === own) return own;
  const active = definitions.filter(({ archivedAt }) => archivedAt === null);
  const typed = active.map((one) => [`custom.${one.key}`, typedField(one, untyped.column)] as const);
  return { ...known, ...Object.fromEntries(typed) };
}

/** Returns fields with the same names as `withTyped`, but all custom fields are untyped. */
export function withKnownKeys(
  own: Fields,
  definitions: readonly Pick<CustomFieldView, 'key'>[],
  deleted: readonly string[],
): Fields {
  const untyped = own['custom'];
  if (!untyped || definitions.length + deleted.length === 0) return own;
  return {
    ...own,
    ...(definitions.length > 0 && { custom: { ...untyped, keys: new Set(definitions.map(({ key }) => key)) } }),
    ...Object.fromEntries(deleted.map((key) => [`custom.${key}`, field.json(untyped.column, { filter: false })])),
  };
}
