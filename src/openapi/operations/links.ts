import {
  operationsOf,
  resolve,
  type Components,
  type Document,
  type Link,
  type SchemaLocation,
} from '../schemas/shapes.js';
import { singular } from './names.js';

/** The operations with the id of a record in their path, and the operation that returns the record. */
interface Resource {
  readonly targets: string[];
  get?: string;
  view?: string | undefined;
}

/**
 * Adds links: from a new or read record to the operations with its id in their path, from a result with several
 * records to each record, and from a page to the next page.
 */
export function addLinks(document: Document): void {
  const locations = operationsOf(document);
  const resources = resourcesOf(locations);
  const shared: Record<string, Link> = {};
  for (const location of locations) {
    const { operation } = location;
    for (const status of ['200', '201']) {
      const response = operation.responses[status];
      const schema = response?.content?.['application/json']?.schema;
      if (!response || !schema) continue;
      const record = recordOf(location, status, resources);
      const links = record
        ? Object.fromEntries(record.targets.map((id) => [id, { $ref: `#/components/links/${id}` }]))
        : { ...partLinks(schema, document.components, resources), ...pageLink(location) };
      for (const id of record?.targets ?? []) shared[id] = linkTo(id, '/id');
      if (Object.keys(links).length > 0) response.links = links;
    }
  }
  document.components.links = shared;
}

const linkTo = (operationId: string, pointer: string): Link => ({
  operationId,
  parameters: { id: `$response.body#${pointer}` },
});

function resourcesOf(locations: readonly SchemaLocation[]): Map<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const { method, path, operation } of locations) {
    const [, name, rest] = /^\/api\/v1\/([a-z-]+)\/\{id\}([a-z/-]*)$/.exec(path) ?? [];
    if (
      name === undefined ||
      operation.parameters?.some(({ in: position, required }) => position === 'query' && required)
    )
      continue;
    const resource = resources.get(name) ?? { targets: [] };
    resources.set(name, resource);
    resource.targets.push(operation.operationId);
    if (method !== 'get' || rest !== '') continue;
    resource.get = operation.operationId;
    resource.view = viewOf(operation.responses['200']);
  }
  return resources;
}

const viewOf = (response: SchemaLocation['operation']['responses'][string] | undefined): string | undefined =>
  response?.content?.['application/json']?.schema?.$ref;

/** Returns the resource of a response that is a new or read record; a changed record is already known. */
function recordOf(
  { method, path, operation }: SchemaLocation,
  status: string,
  resources: ReadonlyMap<string, Resource>,
): Resource | undefined {
  if (status === '200' && method !== 'get' && method !== 'put') return undefined;
  const view = viewOf(operation.responses[status]);
  const own = status === '201' ? resources.get(path.replace('/api/v1/', '')) : undefined;
  return own ?? [...resources.values()].find((resource) => view !== undefined && resource.view === view);
}

function partLinks(
  schema: Parameters<typeof resolve>[0],
  components: Components,
  resources: ReadonlyMap<string, Resource>,
): Record<string, Link> {
  const bySingular = new Map([...resources].map(([name, resource]) => [singular(name), resource.get]));
  const properties = Object.entries(resolve(schema, components).properties ?? {});
  return Object.fromEntries(
    properties.flatMap(([name, part]) => {
      const get = bySingular.get(name);
      const hasId = resolve(part, components).properties?.['id'] !== undefined;
      return get !== undefined && hasId ? [[get, linkTo(get, `/${name}/id`)]] : [];
    }),
  );
}

// Filters are the same on all pages, but a link with all of them would be longer than the operation.
function pageLink({ method, operation }: SchemaLocation): Record<string, Link> {
  const { operationId, parameters: own = [] } = operation;
  const takesCursor = own.some(({ name, in: position }) => position === 'query' && name === 'cursor');
  if (method !== 'get' || !takesCursor) return {};
  const required = own.filter((parameter) => parameter.required);
  const parameters = {
    ...Object.fromEntries(required.map(({ name, in: position }) => [name, `$request.${position}.${name}`])),
    cursor: '$response.body#/pageInfo/nextCursor',
  };
  const description = 'Next page; repeat the other query parameters of the request';
  return { nextPage: { operationId, description, parameters } };
}
