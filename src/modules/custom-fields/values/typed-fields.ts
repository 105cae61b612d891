import { sql } from 'kysely';
import { field, type Field, type Fields, type Sql } from '../../../platform/query/index.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';

/** How values of one field lie in the column `custom_fields`, and what an index over them is made of. */
export interface Expressions {
  /** The value by its type; null where it is of another one. */
  readonly value: Sql;
  /** Never null, and short enough for an index. */
  readonly order?: Sql;
  /** What a value from outside is in `order`. */
  readonly inOrder: (value: Sql) => Sql;
  readonly method: 'btree' | 'gin';
}

type Definition = Pick<CustomFieldView, 'key' | 'type' | 'options' | 'indexStatus'>;

const asIs = (value: Sql): Sql => value;
/** An entry of an index is a third of a page at most; what is longer is compared besides. */
const shortened = (value: Sql): Sql => sql`lower(left(${value}, 200))`;

/** `column` is a whole `custom_fields`. The key is written out, as it is in the index; it is known to be a plain word. */
export function expressionsOf({ key, type }: Pick<Definition, 'key' | 'type'>, column: Sql): Expressions {
  const json = sql`${column} -> ${sql.lit(key)}`;
  const ordered = (value: Sql, order: Sql): Expressions => ({ value, order, inOrder: asIs, method: 'btree' });
  switch (type) {
    case 'number':
      return ordered(sql`custom_number(${json})`, sql`coalesce(custom_number(${json}), -9999999999999999)`);
    case 'money':
      return ordered(sql`custom_money(${json})`, sql`coalesce(custom_money(${json}), -1)`);
    case 'date':
      return ordered(sql`custom_day(${json})`, sql`coalesce(custom_day(${json}), date '9999-12-31')`);
    case 'boolean':
      return ordered(sql`custom_flag(${json})`, sql`coalesce(custom_flag(${json}), false)`);
    case 'multi-choice':
      return { value: sql`custom_texts(${json})`, inOrder: asIs, method: 'gin' };
    case 'user':
    case 'record-link':
      return { value: sql`custom_uuid(${json})`, inOrder: asIs, method: 'btree' };
    default:
      return {
        value: sql`custom_text(${json})`,
        order: sql`coalesce(${shortened(sql`custom_text(${json})`)}, '')`,
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
      return field.text(value, { nullable, lowercase: true });
    default:
      return field.text(value, { nullable });
  }
}

const COUNTED = new Set(['boolean', 'choice', 'multi-choice', 'user']);
/** Equal values of these are found in the index over all custom fields as well, which every record has. */
const CONTAINED = new Set(['text', 'choice', 'url', 'email', 'date', 'boolean']);
const TEXTS = new Set(['text', 'choice', 'url', 'email']);

/** The field as the query machine takes it: sorted and counted only once its index is there. */
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

/** A resource's own fields and its custom ones, which come before the untyped way to the same keys. */
export function withTyped(
  own: Fields,
  definitions: readonly (Definition & Pick<CustomFieldView, 'archivedAt'>)[],
): Fields {
  const column = own['custom']?.column;
  const living = definitions.filter(({ archivedAt }) => archivedAt === null);
  if (!column || living.length === 0) return own;
  return {
    ...own,
    ...Object.fromEntries(living.map((definition) => [`custom.${definition.key}`, typedField(definition, column)])),
  };
}
