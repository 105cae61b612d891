import type { Type } from '@nestjs/common';
import { generateSchema } from '@nestjs/swagger';
import { eventTypes, type Carried, type EventType } from '../kernel/events.js';
import { sampleOf } from './samples.js';
import { normaliseSchemas } from './schemas.js';
import { schemaRef, type Components, type Document, type Schema } from './shapes.js';
import { toVersion31 } from './version-31.js';

/** A type of event with the shape of its whole body. */
export interface DescribedEvent {
  readonly event: EventType;
  /** JSON Schema 2020-12, with everything it refers to in its own `$defs`. */
  readonly schema: Record<string, unknown>;
  readonly example: Record<string, unknown>;
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const carriedBy = ({ object, extra, payload }: Carried): Type<object>[] =>
  [object, extra, payload].flatMap((given) => given?.() ?? []);

/** The classes of everything that events carry. */
export const eventModels = (): Type<object>[] => [
  ...new Set(eventTypes().flatMap(({ carries }) => carriedBy(carries))),
];

const refTo = (model: Type<object>): { $ref: string } => ({ $ref: schemaRef(model.name) });

/** The catalogue as `x-events` of the OpenAPI document: what generators need to know, by reference to its components. */
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

/** Every type of event with the schema and an example of its body; `body` is the class of what all bodies have in common. */
export function describeEvents(body: Type<object>): DescribedEvent[] {
  const document = documentOf([body, ...eventModels()]);
  const schemas = toVersion31(document).components.schemas;
  return eventTypes().map((event) => ({
    event,
    schema: selfContained(bodyOf(event, body, schemas), schemas),
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

function bodyOf(
  { type, description, carries }: EventType,
  body: Type<object>,
  schemas: Record<string, Schema>,
): Schema {
  const common = schemas[body.name] as Schema;
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
  const told = extra && schemas[extra().name];
  return {
    type: 'object',
    required: ['object', 'previous', 'changedFields', ...(told?.required ?? [])],
    properties: {
      object: { description: 'The record as it was right after the change.', ...refTo(view) },
      previous: {
        type: 'object',
        description: 'What it was before, in the fields that changed.',
        properties: Object.fromEntries(
          fields.map((field) => [field, { $ref: `${schemaRef(view.name)}/properties/${field}` }]),
        ),
      },
      changedFields: {
        type: 'array',
        description: 'The fields that changed; none for a new record.',
        items: { type: 'string' },
      },
      ...told?.properties,
    },
  };
}

/** References into the document become references into `$defs`, which hold all that is reached. */
function selfContained(schema: Schema, schemas: Record<string, Schema>): Record<string, unknown> {
  const $defs: Record<string, Schema> = {};
  const reach = (from: unknown): void => {
    for (const [, name = ''] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/([^"/]+)/g)) {
      if ($defs[name]) continue;
      const found = schemas[name];
      if (!found)
        throw new Error(`An event refers to ${name}, which is no schema: its class needs @ApiExtraModels(${name})`);
      $defs[name] = found;
      reach(found);
    }
  };
  reach(schema);
  const text = JSON.stringify({ ...schema, $defs }).replaceAll(schemaRef(''), '#/$defs/');
  // Widths of integers are a word of OpenAPI that JSON Schema validators stumble over.
  return JSON.parse(text, (key, value: unknown) =>
    key === 'format' && (value === 'int32' || value === 'int64') ? undefined : value,
  ) as Record<string, unknown>;
}

function exampleOf({ type, carries }: EventType, body: Type<object>, components: Components): Record<string, unknown> {
  const sample = (model: Type<object>): object => sampleOf(refTo(model), components, { isRequest: false }) as object;
  return { ...sample(body), type, data: carries.payload ? sample(carries.payload()) : changeExample(carries, sample) };
}

function changeExample({ object, extra, example = {} }: Carried, sample: (model: Type<object>) => object): object {
  const changes = Object.entries(example).flatMap(([field, pair]) => (pair ? [[field, ...pair] as const] : []));
  return {
    object: {
      ...sample(object?.() as Type<object>),
      ...Object.fromEntries(changes.map(([field, , after]) => [field, after])),
    },
    previous: Object.fromEntries(changes.map(([field, before]) => [field, before])),
    changedFields: changes.map(([field]) => field),
    ...(extra && sample(extra())),
  };
}
