import type { Schema } from '../../openapi/index.js';
import { KINDS, type Field, type Fields } from '../../platform/query/index.js';
import type { CustomFieldView } from '../custom-fields/index.js';
import type { MetaFieldView, MetaTransitionView, MetaType } from './meta.dto.js';

type Properties = Readonly<Record<string, Schema>>;

/** Properties that the actor can set on create and on update; empty without the permission. */
export interface Writing {
  readonly creating: Properties;
  readonly updating: Properties;
  readonly required: readonly string[];
}

/** Converts `expectedCloseDate` to `Expected close date`. */
const labelOf = (name: string): string => {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\bid\b/, 'ID');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const FORMATS: Readonly<Record<string, MetaType>> = { uuid: 'uuid', date: 'day', 'date-time': 'timestamp' };
const TYPES: Readonly<Record<string, MetaType>> = {
  string: 'text',
  integer: 'integer',
  number: 'decimal',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
};

function typeOf(schema: Schema): MetaType {
  if (schema.enum) return 'choice';
  return FORMATS[schema.format ?? ''] ?? TYPES[String(schema.type)] ?? 'object';
}

/** Use of a field in lists: filters, sorting and facets. */
const listed = (
  name: string | null,
  field: Field | undefined,
): Pick<MetaFieldView, 'filterName' | 'operators' | 'isFilterable' | 'isSortable' | 'isFacetable'> => {
  const isFilterable = field !== undefined && field.filter !== false;
  return {
    filterName: field ? name : null,
    operators: isFilterable ? [...KINDS[field.kind].operators] : [],
    isFilterable,
    isSortable: field?.sort !== undefined,
    isFacetable: field?.facet === true,
  };
};

const valuesOf = (field: Field | undefined, schema: Schema): string[] | null => {
  const values = field?.values ?? schema.enum?.filter((value): value is string => typeof value === 'string');
  return values ? [...values] : null;
};

const transitionsOf = (field: Field | undefined): MetaTransitionView[] | null =>
  field?.transitions ? Object.entries(field.transitions).map(([from, to]) => ({ from, to: [...to] })) : null;

/** Returns the properties of a record, and the fields that exist only for filters. */
export function ownFieldsOf(
  view: Properties,
  own: Fields,
  { creating, updating, required }: Writing,
  resolved: (schema: Schema) => Schema,
): MetaFieldView[] {
  const byProperty = new Map(Object.entries(own).map(([name, field]) => [field.property ?? name, name]));
  const names = new Set([...Object.keys(view), ...byProperty.keys()]);
  return [...names].map((name) => {
    const filterName = byProperty.get(name);
    const field = filterName === undefined ? undefined : own[filterName];
    const shown = view[name] ?? creating[name] ?? {};
    const schema = resolved(shown);
    return {
      name,
      ...listed(field?.kind === 'json' ? `${filterName}.<key>` : (filterName ?? null), field),
      label: labelOf(name),
      description: shown.description ?? schema.description ?? null,
      type: field?.kind ?? typeOf(schema),
      customType: null,
      values: valuesOf(field, schema),
      transitions: transitionsOf(field),
      isRequired: required.includes(name),
      isUnique: name === 'id',
      isCustom: false,
      isCreatable: name in creating,
      isUpdatable: name in updating,
    };
  });
}

export function customFieldOf(
  definition: CustomFieldView,
  field: Field | undefined,
  { creating, updating }: Writing,
): MetaFieldView {
  const { key, label, description, type, options, isRequired, isUnique } = definition;
  return {
    name: `customFields.${key}`,
    ...listed(`custom.${key}`, field),
    label,
    description,
    type: field?.kind ?? 'json',
    customType: type,
    transitions: null,
    values: options.length > 0 ? options.filter(({ archived }) => !archived).map(({ value }) => value) : null,
    isRequired,
    isUnique,
    isCustom: true,
    isCreatable: 'customFields' in creating,
    isUpdatable: 'customFields' in updating,
  };
}
