import { searchFieldsKnown } from '../../platform/query/index.js';
import { addFilters, schemaNameOf } from './filters.js';
import { nameIn, schemaRef, type Components, type Document, type Operation, type Schema } from '../schemas/shapes.js';

const PATH = /^\/api\/v1\/([a-z-]+)\/(search|facets)$/;
/** Properties of a search that every list has. */
const COMMON = ['filter', 'sort', 'limit', 'cursor', 'count', 'facets'];

/** Replaces open filters by the filter of their record type, and the common search by one search per record type. */
export function typeSearches(document: Document): void {
  const { components, paths } = document;
  addFilters(components, searchFieldsKnown());
  for (const [path, { post }] of Object.entries(paths)) {
    const [, resource, kind] = PATH.exec(path) ?? [];
    const media = post?.requestBody?.content['application/json'];
    if (resource === undefined || !media) continue;
    const name = `${schemaNameOf(resource)}${kind === 'search' ? 'Search' : 'Facets'}Request`;
    const generic = components.schemas[nameIn(media.schema?.$ref ?? '')];
    if (!generic) throw new Error(`${path} has no named body`);
    components.schemas[name] = typed(generic, resource, paths[`/api/v1/${resource}`]?.['get'], components);
    media.schema = { $ref: schemaRef(name) };
  }
  for (const name of ['SearchRequest', 'FacetRequest']) delete components.schemas[name];
  typeStoredFilters(document);
}

function typed(generic: Schema, resource: string, list: Operation | undefined, components: Components): Schema {
  const record = schemaNameOf(resource);
  const listed = new Map((list?.parameters ?? []).map(({ name, schema }) => [name, schema]));
  const properties = Object.entries(generic.properties ?? {})
    .filter(([name]) => COMMON.includes(name) || listed.has(name))
    .map(([name, property]): [string, Schema] => {
      if (name === 'filter') return [name, filterProperty(property, `${record}Filter`)];
      if (name === 'facets') return [name, { ...property, items: facetItems(record, listed.has('custom')) }];
      const parameter = name === 'sort' || name === 'include' ? listed.get(name) : undefined;
      return [name, parameter ? { ...structuredClone(parameter), ...described(property) } : property];
    });
  if (!components.schemas[`${record}Filter`]) throw new Error(`${resource} has a search but no registered fields`);
  return {
    ...generic,
    properties: Object.fromEntries(properties.map(([name, schema]) => [name, withoutExample(schema)])),
  };
}

const described = ({ description }: Schema): Schema => (description === undefined ? {} : { description });
// The example of the whole body is set per route.
function withoutExample({ example, ...schema }: Schema): Schema {
  return schema.type === 'array' || schema.allOf ? schema : { ...schema, ...(example !== undefined && { example }) };
}

const filterProperty = (property: Schema, name: string): Schema => ({
  ...described(property),
  allOf: [{ $ref: schemaRef(name) }],
});

function facetItems(record: string, hasCustom: boolean): Schema {
  const facet: Schema = { $ref: schemaRef(`${record}Facet`) };
  return hasCustom ? { anyOf: [facet, { type: 'string', pattern: '^custom\\.[a-z][a-zA-Z0-9_]{0,62}$' }] } : facet;
}

/** Marks the filters of saved views, webhooks and channels, which can belong to any record type, for the SDK. */
function typeStoredFilters({ components: { schemas } }: Document): void {
  for (const { properties } of Object.values(schemas)) {
    const filter = properties?.['filter'];
    if (properties && filter?.type === 'object' && filter.additionalProperties === true)
      filter['x-schema'] = schemaRef('RecordFilter');
  }
}
