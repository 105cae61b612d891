import {
  facetable,
  KINDS,
  MAX_RELATIONS,
  relationsOf,
  searchFieldsOf,
  type Field,
  type Fields,
  type Relations,
} from '../../platform/query/index.js';
import { filterGroups, type FilterGroup } from './filter-groups.js';
import { schemaRef, type Components, type Schema } from '../schemas/shapes.js';

const pascal = (text: string): string =>
  text.replace(/(?:^|[-.])([a-z])/gi, (_, initial: string) => initial.toUpperCase());
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

/** Returns the name of the record type in schema names: `PipelineStage` for `pipeline-stages`. */
export const schemaNameOf = (resource: string): string => pascal(singular(resource));

const ref = (name: string): Schema => ({ $ref: schemaRef(name) });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const list = (items: Schema, maxItems: number): Schema => ({ type: 'array', minItems: 1, maxItems, items });

const RELATIVE_TIME: Schema = {
  ...object({
    rel: {
      type: 'string',
      description: 'Shift, start of a period, or both: `-30d`, `startOfMonth`, `startOfMonth-1m`',
      pattern: '^(today|startOf(Week|Month|Quarter|Year))?([+-][0-9]{1,4}[hdwmy])?$',
      minLength: 1,
      example: '-30d',
    },
  }),
  description: 'A time relative to now',
};

/** Adds the schemas of the filter language: a recursive filter per record type, its fields and its facets. */
export function addFilters(components: Components, resources: readonly string[]): void {
  components.schemas['RelativeTime'] = RELATIVE_TIME;
  for (const resource of resources) addFilter(components, resource);
  components.schemas['RecordFilter'] = {
    description: 'Filter of the record type in question; `docs/filters.md` describes the language',
    anyOf: resources.map((resource) => ref(`${schemaNameOf(resource)}Filter`)),
  };
}

function addFilter({ schemas }: Components, resource: string): void {
  const name = schemaNameOf(resource);
  const fields = searchFieldsOf(resource) ?? {};
  const reachable = [...new Map(pathsOf(fields, relationsOf(resource)))];
  const own = ref(`${name}Filter`);
  const groups = filterGroups(reachable, schemas);
  const fieldOf = (group: FilterGroup): Schema => fieldSchema(group, name, schemas);
  schemas[`${name}Filter`] = {
    description: 'A condition on one field, or conditions combined by `and`, `or` and `not`',
    anyOf: [
      object({ and: list(own, 50) }),
      object({ or: list(own, 50) }),
      object({ not: own }),
      ...quantified(relationsOf(resource)),
      ...groups.flatMap((group) => conditionsOf(group, fieldOf(group))),
    ],
  };
  const facets = facetable(fields);
  if (facets.length > 0) schemas[`${name}Facet`] = { type: 'string', enum: facets };
}

function fieldSchema({ name, fields, pattern }: FilterGroup, record: string, schemas: Components['schemas']): Schema {
  if (pattern !== undefined) return { type: 'string', pattern };
  if (fields.length === 1) return { type: 'string', enum: [...fields] };
  if (schemas[`${record}${name}Field`]) throw new Error(`Two schemas are named ${record}${name}Field`);
  schemas[`${record}${name}Field`] = { type: 'string', enum: [...fields] };
  return ref(`${record}${name}Field`);
}

function conditionsOf({ kind, value }: FilterGroup, field: Schema): Schema[] {
  const { operators } = KINDS[kind];
  const lists = operators.filter((operator) => /^(in|notIn|hasAny|hasAll)$/.test(operator));
  const single = operators.filter((operator) => operator !== 'isNull' && !lists.includes(operator));
  const op = (names: readonly string[]): Schema => ({ type: 'string', enum: [...names] });
  return [
    object({ field, op: op(single), value }),
    ...(lists.length > 0 ? [object({ field, op: op(lists), value: list(value, 100) })] : []),
    object({ field, op: op(['isNull']), value: { type: 'boolean' } }),
  ];
}

// Generators of validators copy every referenced schema to its use. References between the filters of record types would
// make their output grow without bound, so the filter of linked records is open, with its schema as an extension.
const openFilter = (resource: string): Schema => ({
  type: 'object',
  additionalProperties: true,
  'x-schema': schemaRef(`${schemaNameOf(resource)}Filter`),
});

function quantified(relations: Relations): Schema[] {
  const linked = Object.entries(relations)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([relation, { resource }]) =>
      object({ relation: { type: 'string', enum: [relation] }, filter: openFilter(resource) }, ['relation']),
    );
  const [only] = linked;
  if (!only) return [];
  const one = linked.length === 1 ? only : { anyOf: linked };
  return [object({ some: one }), object({ none: one })];
}

/** Returns all fields that a filter can name, also those of single linked records such as `company.industry`. */
function pathsOf(fields: Fields, relations: Relations, away = 0): readonly (readonly [string, Field])[] {
  const own = Object.entries(fields).filter(([, { filter }]) => filter !== false);
  if (away === MAX_RELATIONS) return own;
  const linked = Object.entries(relations)
    .filter(([, { many }]) => !many)
    .flatMap(([name, relation]) =>
      pathsOf(relation.fields, relation.relations ?? relationsOf(relation.resource), away + 1).map(
        ([path, field]) => [`${name}.${path}`, field] as const,
      ),
    );
  return [...own, ...linked];
}
