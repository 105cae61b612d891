/** The parts of an OpenAPI document that are worked on here. The rules change a document in place: it is theirs until it is published. */

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  example?: unknown;
  examples?: unknown[];
  enum?: unknown[];
  default?: unknown;
  nullable?: boolean;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: boolean | Schema;
  [keyword: string]: unknown;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
  style?: string;
  explode?: boolean;
}

export interface Media {
  schema?: Schema;
  example?: unknown;
}

export interface Answer {
  $ref?: string;
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, Media>;
}

export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { description?: string; required?: boolean; content: Record<string, Media> };
  responses: Record<string, Answer>;
  security?: object[];
  [extension: `x-${string}`]: unknown;
}

export interface Components {
  schemas: Record<string, Schema>;
  parameters?: Record<string, Parameter>;
  headers?: Record<string, object>;
  responses?: Record<string, Answer>;
  securitySchemes?: Record<string, object>;
}

export interface Tag {
  readonly name: string;
  readonly description: string;
}

export interface Document {
  openapi: string;
  info: object;
  servers?: object[];
  tags?: Tag[];
  security?: object[];
  paths: Record<string, Record<string, Operation>>;
  components: Components;
  /** The catalogue of events, for generators. */
  'x-events'?: object[];
}

export interface Place {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

export const operationsOf = (document: Document): Place[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

export const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
export const schemaRef = (name: string): string => `#/components/schemas/${name}`;

/** The schema itself, behind a reference or the one member of an `allOf`. */
export function resolve(schema: Schema, { schemas }: Components): Schema {
  const ref =
    schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0]?.$ref : undefined) ?? schema.anyOf?.[0]?.$ref;
  return ref === undefined ? schema : (schemas[nameIn(ref)] ?? {});
}

/** Every schema of the document, from the outside in. */
export function eachSchema(document: Document, visit: (schema: Schema) => void): void {
  const walk = (schema: Schema | undefined): void => {
    if (!schema || typeof schema !== 'object') return;
    visit(schema);
    for (const child of [
      ...Object.values(schema.properties ?? {}),
      ...(schema.allOf ?? []),
      ...(schema.anyOf ?? []),
      ...(schema.oneOf ?? []),
    ])
      walk(child);
    walk(schema.items);
    if (typeof schema.additionalProperties === 'object') walk(schema.additionalProperties);
  };
  Object.values(document.components.schemas).forEach(walk);
  for (const { operation } of operationsOf(document)) {
    for (const { schema } of operation.parameters ?? []) walk(schema);
    for (const { content } of [operation.requestBody, ...Object.values(operation.responses)].filter(
      (part) => part !== undefined,
    ))
      Object.values(content ?? {}).forEach(({ schema }) => walk(schema));
  }
}
