import { namedEnums } from '../kernel/fields.js';
import { eachSchema, nameIn, resolve, schemaRef, type Components, type Document, type Schema } from './shapes.js';

/**
 * What `@nestjs/swagger` writes, in the encodings that generators and validators of 3.0 agree on.
 * One rule a function; the order does not matter except that enumerations come first.
 */
export function normaliseSchemas(document: Document): void {
  nameEnums(document);
  const { components } = document;
  eachSchema(document, (schema) => {
    foldReference(schema);
    encodeNullable(schema, components);
    mendExample(schema, components);
    delete schema['x-enumNames'];
  });
}

/** Query parameters name enumerations that no property uses: they become components too. */
export function nameEnums({ components: { schemas } }: Document): void {
  for (const [name, values] of namedEnums()) schemas[name] ??= { type: 'string', enum: [...values] };
}

/** `allOf` around a single reference says nothing more than the reference. */
export function foldReference(schema: Schema): void {
  const ref = schema.allOf?.length === 1 ? schema.allOf[0]?.$ref : undefined;
  if (ref === undefined || schema.nullable || Object.keys(schema).some((key) => key !== 'allOf' && key !== 'type'))
    return;
  delete schema.allOf;
  delete schema.type;
  schema.$ref = ref;
}

/** A reference that may be null: the one encoding in which every validator lets null pass and still looks at the rest. */
export function encodeNullable(schema: Schema, components: Components): void {
  if (!schema.nullable) return;
  const ref = schema.allOf?.length === 1 ? schema.allOf[0]?.$ref : undefined;
  if (ref !== undefined) {
    delete schema.allOf;
    Object.assign(schema, {
      type: components.schemas[nameIn(ref)]?.type ?? 'object',
      anyOf: [{ $ref: ref }, { enum: [null] }],
    });
  } else if (schema.oneOf && !schema.type) {
    // `nullable` needs a `type` beside it, which only the alternatives have.
    delete schema.nullable;
    Object.assign(schema.oneOf.find(({ type }) => type) ?? {}, { nullable: true });
  } else if (schema.enum && !schema.enum.includes(null)) schema.enum.push(null);
}

/** The compiler plugin reads `15000.00` as a number and forgets `null`. */
export function mendExample(schema: Schema, components: Components): void {
  if (schema.type === 'string' && ['number', 'boolean'].includes(typeof schema.example))
    schema.example = String(schema.example);
  if (schema.nullable && schema.example === undefined && !resolve(schema, components).properties) schema.example = null;
}

/** Components that nothing refers to would be empty promises. */
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

/** The same document whatever order the modules are loaded in. */
export function sortDocument(document: Document): void {
  document.paths = sorted(document.paths);
  document.components = sorted(
    document.components as unknown as Record<string, Record<string, unknown>>,
  ) as unknown as Components;
  const components = document.components as unknown as Record<string, Record<string, unknown>>;
  for (const [kind, members] of Object.entries(components)) components[kind] = sorted(members);
}
