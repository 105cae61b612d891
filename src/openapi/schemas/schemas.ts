import { namedEnums, objectConstraints } from '../../kernel/fields.js';
import { eachSchema, nameIn, resolve, schemaRef, type Components, type Document, type Schema } from './shapes.js';

/**
 * Changes the output of `@nestjs/swagger` to forms of 3.0 that generators and validators support. Enumerations must
 * come first. The order of the other functions is free.
 */
export function normaliseSchemas(document: Document): void {
  nameEnums(document);
  const { components } = document;
  for (const [name, constraint] of objectConstraints())
    Object.assign(components.schemas[name] ?? {}, structuredClone(constraint));
  eachSchema(document, (schema) => {
    inlineReference(schema);
    encodeNullable(schema, components);
    correctExample(schema, components);
    // A slash needs no escape, and generators that write a regular expression escape it themselves.
    if (schema.pattern) schema.pattern = schema.pattern.replaceAll('\\/', '/');
    if (schema.description) schema.description = unwrap(schema.description);
    delete schema['x-enumNames'];
  });
}

/** Joins the lines of a wrapped comment. */
export const unwrap = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** Adds components for enumerations that only query parameters use. */
export function nameEnums({ components: { schemas } }: Document): void {
  for (const [name, values] of namedEnums()) schemas[name] ??= { type: 'string', enum: [...values] };
}

/** Replaces `allOf` with a single reference by the reference. */
export function inlineReference(schema: Schema): void {
  const ref = schema.allOf?.length === 1 ? schema.allOf[0]?.$ref : undefined;
  if (ref === undefined || schema.nullable || Object.keys(schema).some((key) => key !== 'allOf' && key !== 'type'))
    return;
  delete schema.allOf;
  delete schema.type;
  schema.$ref = ref;
}

/** Encodes a nullable reference as `allOf` with a type, the form of 3.0 that all checked generators understand. */
export function encodeNullable(schema: Schema, components: Components): void {
  if (!schema.nullable) return;
  const ref = schema.allOf?.length === 1 ? schema.allOf[0]?.$ref : undefined;
  if (ref !== undefined) schema.type = components.schemas[nameIn(ref)]?.type ?? 'object';
  else if (schema.oneOf && !schema.type) {
    // `nullable` requires a `type`, which only the alternatives have.
    delete schema.nullable;
    Object.assign(schema.oneOf.find(({ type }) => type) ?? {}, { nullable: true });
  } else if (schema.enum && !schema.enum.includes(null)) schema.enum.push(null);
}

/** Corrects examples: the compiler plugin reads `15000.00` as a number and drops `null`. */
export function correctExample(schema: Schema, components: Components): void {
  if (schema.type === 'string' && ['number', 'boolean'].includes(typeof schema.example))
    schema.example = String(schema.example);
  if (schema.nullable && schema.example === undefined && !resolve(schema, components).properties) schema.example = null;
}

/** Removes components without a reference. */
export function dropUnused(document: Document): void {
  const { schemas } = document.components;
  for (let found = true; found;) {
    const text = JSON.stringify(document);
    const unused = Object.keys(schemas).filter((name) => !text.includes(`"${schemaRef(name)}"`));
    for (const name of unused) delete schemas[name];
    found = unused.length > 0;
  }
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Sorts the document, so that it does not depend on the load order of modules. */
export function sortDocument(document: Document): void {
  document.paths = sorted(document.paths);
  document.components = sorted(
    document.components as unknown as Record<string, Record<string, unknown>>,
  ) as unknown as Components;
  const components = document.components as unknown as Record<string, Record<string, unknown>>;
  for (const [kind, members] of Object.entries(components)) components[kind] = sorted(members);
}
