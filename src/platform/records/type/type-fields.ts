import { sql, type RawBuilder } from 'kysely';
import { normalEmail } from '../../../kernel/values/email.js';
import { field, orderedBy, type Field, type FieldOptions, type Fields, type Sql } from '../../query/index.js';
import { phoneField } from '../phone-columns.js';
import { counted } from '../counts/record-counts.js';
import type { EntityProperty } from './entity-properties.js';

/** Settings of a field that its entity does not contain. */
export interface FieldSettings extends Omit<FieldOptions, 'sort' | 'searched'> {
  /** `true` sorts by the usual expression of the kind, which needs an index. */
  readonly sort?: boolean | FieldOptions['sort'];
  /** The text search covers the field. */
  readonly searched?: true;
  /** An e-mail address: stored in lower case and compared in its normal form. */
  readonly isEmail?: true;
  /** A column of type `char(n)`, whose index a comparison with `text` does not use. */
  readonly isFixedLength?: true;
}

/** By public name: settings of a stored field, `false` for a field without a filter, or a computed field. */
export type FieldDefinitions = Readonly<Record<string, FieldSettings | Field | false>>;

/** Always part of the view, but without a filter. */
const UNFILTERED = new Set(['version', 'deletedAt', 'mergedIntoId']);

const isStamp = ({ name }: EntityProperty): boolean => name === 'createdAt' || name === 'updatedAt';
const isComputed = (definition: FieldSettings | Field): definition is Field => 'column' in definition;

/** Returns the fields for filters, sorting and facets: all stored values but long texts, JSON and hidden properties. */
export function fieldsFrom(
  alias: string,
  properties: readonly EntityProperty[],
  definitions: FieldDefinitions,
  phones: readonly string[],
): Fields {
  const fields: Record<string, Field> = {};
  const shown = properties.filter(({ name, isHidden }) => !isHidden && !UNFILTERED.has(name));
  for (const one of shown) {
    const settings = definitions[one.name] ?? {};
    if (one.name === 'customFields')
      fields['custom'] = field.json(`${alias}.${one.column}`, { property: 'customFields' });
    if (settings === false || isComputed(settings) || one.kind === 'json' || one.kind === 'longText') continue;
    fields[one.name] = fieldOf(alias, one, settings, phones);
  }
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition && isComputed(definition)) fields[name] = definition;
    else if (definition !== false && !fields[name]) throw new Error(`The field ${name} is not stored`);
  }
  return fields;
}

/** Returns the fields of the summary counts. */
export const countedFields = (properties: readonly EntityProperty[], names: readonly string[]): Fields =>
  Object.fromEntries(
    properties
      .filter(({ name }) => names.includes(name))
      .map((one) => {
        const column = one.kind === 'uuid' ? sql`${counted(one.name)}::uuid` : counted(one.name);
        return [one.name, build(one, column, one.nullable ? { nullable: true } : {})];
      }),
  );

function fieldOf(
  alias: string,
  one: EntityProperty,
  { sort, searched, isEmail, isFixedLength, ...settings }: FieldSettings,
  phones: readonly string[],
): Field {
  const column = sql.ref(`${alias}.${one.column}`);
  const order = sort === undefined ? isStamp(one) : sort;
  return build(one, column, {
    ...(one.nullable && { nullable: true }),
    ...(order && (order === true ? usualOrder(one, column) : { sort: order })),
    ...(isEmail && { lowercase: true as const }),
    ...(searched && { searched: sql.ref(`${alias}.search_text`) }),
    ...(phones.includes(one.name) && phoneField(alias, one.column)),
    ...(isEmail && { equality: { normalize: normalEmail } }),
    ...(isFixedLength && { probe: { expression: column, of: asFixedLength } }),
    ...common(one),
    ...settings,
  });
}

/** Settings that fields of the same name or kind share in all record types. */
function common({ name, kind }: EntityProperty): FieldOptions {
  if (name === 'ownerId') return { indexed: true, facet: true, user: true };
  if (name === 'teamId') return { facet: true, team: true };
  if (name === 'updatedAt') return { isUnordered: true };
  return kind === 'tags' ? { facet: true } : {};
}

const asFixedLength = (value: RawBuilder<unknown>): Sql => sql`${value}::bpchar`;

/** The expression of the sort index. A column that can be null is sorted by an expression that is never null. */
function usualOrder({ kind, nullable }: EntityProperty, column: Sql): Pick<FieldOptions, 'sort' | 'probe'> {
  if (kind === 'text') return { sort: { expression: sql`lower(${column})` } };
  if (kind === 'decimal' && nullable) return orderedBy(sql`coalesce(${column}, -1)`);
  if (kind === 'day' && nullable) return orderedBy(sql`coalesce(${column}, '9999-12-31'::date)`);
  return { sort: true };
}

function build({ kind, values = [] }: EntityProperty, column: Sql, options: FieldOptions): Field {
  if (kind === 'choice') return field.choice(column, values, options);
  if (kind === 'longText' || kind === 'json') throw new Error('Long texts and JSON are no fields');
  return field[kind](column, options);
}
