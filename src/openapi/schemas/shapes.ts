/**
 * The used parts of an OpenAPI document. The functions of this folder change the document in place before it is
 * published.
 */

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

export interface DocumentedResponse {
  $ref?: string;
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, Media>;
  links?: Record<string, Link | { readonly $ref: string }>;
}

/** A following operation, with parameters from the response. */
export interface Link {
  readonly operationId: string;
  readonly description?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { description?: string; required?: boolean; content: Record<string, Media> };
  responses: Record<string, DocumentedResponse>;
  security?: object[];
  [extension: `x-${string}`]: unknown;
}

export interface Components {
  schemas: Record<string, Schema>;
  parameters?: Record<string, Parameter>;
  headers?: Record<string, object>;
  responses?: Record<string, DocumentedResponse>;
  links?: Record<string, Link>;
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
  /** The event catalogue, for generators. */
  'x-events'?: object[];
}

export interface SchemaLocation {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

export const operationsOf = (document: Document): SchemaLocation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

export const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
export const schemaRef = (name: string): string => `#/components/schemas/${name}`;

/** Returns the schema itself, also for a reference or a single `allOf`. */
export function resolve(schema: Schema, { schemas }: Components): Schema {
  const ref =
    schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0]?.$ref : undefined) ?? schema.anyOf?.[0]?.$ref;
  return ref === undefined ? schema : (schemas[nameIn(ref)] ?? {});
}

/** Visits a schema and all schemas inside it, parents first. References are not followed. */
export function eachPart(schema: Schema | undefined, visitor: (schema: Schema) => void): void {
  if (!schema || typeof schema !== 'object') return;
  visitor(schema);
  for (const child of [
    ...Object.values(schema.properties ?? {}),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ])
    eachPart(child, visitor);
  eachPart(schema.items, visitor);
  if (typeof schema.additionalProperties === 'object') eachPart(schema.additionalProperties, visitor);
}

/** Visits every schema of the document, parents first. */
export function eachSchema(document: Document, visitor: (schema: Schema) => void): void {
  for (const schema of Object.values(document.components.schemas)) eachPart(schema, visitor);
  for (const { operation } of operationsOf(document)) {
    for (const { schema } of operation.parameters ?? []) eachPart(schema, visitor);
    for (const { content } of [operation.requestBody, ...Object.values(operation.responses)].filter(
      (part) => part !== undefined,
    ))
      Object.values(content ?? {}).forEach(({ schema }) => eachPart(schema, visitor));
  }
}
