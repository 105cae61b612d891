import { nameIn, schemaRef, type Document, type Operation, type Schema } from './shapes.js';

/** The custom fields of one record type as schemas, by key. */
export interface CustomSchemas {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

/** Schema names of one record type: for responses, for POST and for PATCH. */
export interface RecordShapes {
  readonly view: string | undefined;
  readonly create: string | undefined;
  readonly update: string | undefined;
}

const bodyOf = (operation: Operation | undefined): Schema | undefined =>
  operation?.requestBody?.content['application/json']?.schema;
const nameOf = (schema: Schema | undefined): string | undefined =>
  schema?.$ref === undefined ? undefined : nameIn(schema.$ref);

/** Derives the schemas from the routes `GET /leads/{id}`, `POST /leads`, `PATCH /leads/{id}`. */
export function shapesOf({ paths }: Document, resource: string): RecordShapes {
  const [all, one] = [paths[`/api/v1/${resource}`], paths[`/api/v1/${resource}/{id}`]];
  return {
    view: nameOf(one?.['get']?.responses['200']?.content?.['application/json']?.schema),
    create: nameOf(bodyOf(all?.['post'])),
    update: nameOf(bodyOf(one?.['patch'])),
  };
}

/** Returns a copy of the document in which `customFields` has typed properties. */
export function withCustomFields(document: Document, resources: ReadonlyMap<string, CustomSchemas>): Document {
  const copy = structuredClone(document);
  for (const [resource, { properties, required }] of resources) {
    const { view, create, update } = shapesOf(copy, resource);
    const clearable = Object.fromEntries(
      Object.entries(properties).map(([key, schema]) => [key, { ...schema, nullable: true }]),
    );
    // Values that are older than the definition are still returned.
    type(copy, view, { type: 'object', properties, additionalProperties: true });
    type(copy, create, {
      type: 'object',
      properties,
      additionalProperties: false,
      ...(required.length > 0 && { required: [...required] }),
    });
    type(copy, update, { type: 'object', properties: clearable, additionalProperties: false });
    typeFilters(copy, resource, properties);
  }
  return copy;
}

/** Types the filters by custom fields on every list of these records. Filters with an operator stay untyped. */
function typeFilters({ paths }: Document, resource: string, properties: CustomSchemas['properties']): void {
  const filters = Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, schema.type === 'array' ? (schema.items ?? {}) : schema]),
  );
  for (const [path, { get }] of Object.entries(paths)) {
    const custom = path.endsWith(`/${resource}`) ? get?.parameters?.find(({ name }) => name === 'custom') : undefined;
    if (!custom) continue;
    custom.schema = { ...custom.schema, properties: filters };
  }
}

function type({ components: { schemas } }: Document, owner: string | undefined, schema: Schema): void {
  const properties = owner === undefined ? undefined : schemas[owner]?.properties;
  const untyped = properties?.['customFields'];
  if (!properties || !untyped) return;
  const name = `${owner as string}CustomFields`;
  schemas[name] = { ...schema, ...(untyped.description !== undefined && { description: untyped.description }) };
  properties['customFields'] = { $ref: schemaRef(name) };
}

/** Returns the properties of a component, or none if it does not exist. */
export function schemaOfRecord(
  { components: { schemas } }: Document,
  name: string | undefined,
): Readonly<Record<string, Schema>> {
  return (name === undefined ? undefined : schemas[name]?.properties) ?? {};
}
