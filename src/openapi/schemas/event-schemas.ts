import type { Type } from '@nestjs/common';
import { generateSchema } from '@nestjs/swagger';
import { eventTypes, type Carried, type EventType } from '../../kernel/events.js';
import { sampleOf } from './samples.js';
import { normaliseSchemas } from './schemas.js';
import { schemaRef, type Components, type Document, type Schema } from './shapes.js';
import { toVersion31 } from './version-31.js';

/** An event type with the schema of its whole body. */
export interface DescribedEvent {
  readonly event: EventType;
  /** JSON Schema 2020-12 with all references in its own `$defs`. */
  readonly schema: Record<string, unknown>;
  readonly example: Record<string, unknown>;
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const carriedBy = ({ object, extra, payload }: Carried): Type<object>[] =>
  [object, extra, payload].flatMap((classOf) => classOf?.() ?? []);

/** Returns the classes of all event payloads. */
export const eventModels = (): Type<object>[] => [
  ...new Set(eventTypes().flatMap(({ carries }) => carriedBy(carries))),
];

const refTo = (model: Type<object>): { $ref: string } => ({ $ref: schemaRef(model.name) });

/**
 * Returns the event catalogue as `x-events` of the API document, with references to its components. For code
 * generators.
 */
export const eventEntries = (): object[] =>
  eventTypes().map(({ type, resourceType, description, permission, carries }) => ({
    type,
    resourceType,
    description,
    permission,
    ...Object.fromEntries(
      (['object', 'extra', 'payload'] as const).flatMap((part) =>
        carries[part] ? [[part, refTo(carries[part]())]] : [],
      ),
    ),
  }));

/** Returns the document in OpenAPI 3.1 with one webhook per event type. `body` is the schema of the common fields. */
export function withWebhooks(document: Document, body = 'EventView'): Document & { readonly webhooks: object } {
  const newer = toVersion31(document);
  const { schemas } = newer.components;
  const webhooks = Object.fromEntries(eventTypes().map((event) => [event.type, { post: webhookOf(event) }]));
  for (const event of eventTypes()) schemas[eventNameOf(event)] = namedBody(event, schemas[body] as Schema, schemas);
  return { ...newer, webhooks };
}

/** `LeadStatusChangedEvent` for `lead.status_changed`. */
const eventNameOf = ({ type }: EventType): string =>
  `${type.replace(/(?:^|[._-])([a-z])/g, (_, initial: string) => initial.toUpperCase())}Event`;

function namedBody(event: EventType, common: Schema, schemas: Record<string, Schema>): Schema {
  const { $schema: _, ...body } = bodyOf(event, common, schemas);
  return body;
}

const webhookOf = (event: EventType): object => ({
  operationId: `on${eventNameOf(event)}`,
  summary: event.description.replace(/\.$/, ''),
  description: `Required permission: \`${event.permission}\`.`,
  tags: ['Webhooks'],
  requestBody: { required: true, content: { 'application/json': { schema: { $ref: schemaRef(eventNameOf(event)) } } } },
  responses: { '2XX': { description: 'The event was received; every other answer is repeated later' } },
});

/** Returns every event type with schema and example of its body. `body` is the class of the common fields. */
export function describeEvents(body: Type<object>): DescribedEvent[] {
  const document = documentOf([body, ...eventModels()]);
  const schemas = toVersion31(document).components.schemas;
  return eventTypes().map((event) => ({
    event,
    schema: selfContained(bodyOf(event, schemas[body.name] as Schema, schemas), schemas),
    example: exampleOf(event, body, document.components),
  }));
}

function documentOf(models: readonly Type<object>[]): Document {
  const schemas: Record<string, Schema> = {};
  for (const model of models) Object.assign(schemas, generateSchema(model, schemas as never).schemas);
  const document: Document = structuredClone({ openapi: '3.0.3', info: {}, paths: {}, components: { schemas } });
  normaliseSchemas(document);
  return document;
}

function bodyOf({ type, description, carries }: EventType, common: Schema, schemas: Record<string, Schema>): Schema {
  const data = carries.payload ? refTo(carries.payload()) : changeOf(carries, schemas);
  return {
    $schema: DIALECT,
    title: type,
    description,
    type: 'object',
    required: common.required ?? [],
    properties: { ...common.properties, type: { type: 'string', const: type, description }, data },
  };
}

function changeOf({ object, extra }: Carried, schemas: Record<string, Schema>): Schema {
  const view = object?.() as Type<object>;
  const fields = Object.keys(schemas[view.name]?.properties ?? {});
  const extraSchema = extra && schemas[extra().name];
  return {
    type: 'object',
    required: ['object', 'previous', 'changedFields', ...(extraSchema?.required ?? [])],
    properties: {
      object: { description: 'The record after the change', ...refTo(view) },
      previous: {
        type: 'object',
        description: 'Previous values of the changed fields',
        properties: Object.fromEntries(
          fields.map((field) => [field, { $ref: `${schemaRef(view.name)}/properties/${field}` }]),
        ),
      },
      changedFields: {
        type: 'array',
        description: 'Names of the changed fields; empty for a new record',
        items: { type: 'string' },
      },
      ...extraSchema?.properties,
    },
  };
}

/** Replaces references into the document by references to `$defs`, with all referenced schemas. */
function selfContained(schema: Schema, schemas: Record<string, Schema>): Record<string, unknown> {
  const $defs: Record<string, Schema> = {};
  const collect = (from: unknown): void => {
    for (const [, name = ''] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/([^"/]+)/g)) {
      if ($defs[name]) continue;
      const found = schemas[name];
      if (!found)
        throw new Error(`An event refers to ${name}, which is no schema: its class needs @ApiExtraModels(${name})`);
      $defs[name] = found;
      collect(found);
    }
  };
  collect(schema);
  const text = JSON.stringify({ ...schema, $defs }).replaceAll(schemaRef(''), '#/$defs/');
  // Integer widths are formats of OpenAPI that JSON Schema validators do not know.
  return JSON.parse(text, (key, value: unknown) =>
    key === 'format' && (value === 'int32' || value === 'int64') ? undefined : value,
  ) as Record<string, unknown>;
}

function exampleOf({ type, carries }: EventType, body: Type<object>, components: Components): Record<string, unknown> {
  const example = (model: Type<object>): object => sampleOf(refTo(model), components, { isRequest: false }) as object;
  return {
    ...example(body),
    type,
    data: carries.payload ? example(carries.payload()) : changeExample(carries, example),
  };
}

function changeExample({ object, extra, example = {} }: Carried, sampleValue: (model: Type<object>) => object): object {
  const changes = Object.entries(example).flatMap(([field, pair]) => (pair ? [[field, ...pair] as const] : []));
  return {
    object: {
      ...sampleValue(object?.() as Type<object>),
      ...Object.fromEntries(changes.map(([field, , after]) => [field, after])),
    },
    previous: Object.fromEntries(changes.map(([field, before]) => [field, before])),
    changedFields: changes.map(([field]) => field),
    ...(extra && sampleValue(extra())),
  };
}
