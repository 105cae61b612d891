import { eachSchema, type Document, type Schema } from './shapes.js';

/** The same document in OpenAPI 3.1, whose schemas are JSON Schema: null is a type, and examples are a list. */
export function toVersion31(document: Document): Document {
  const copy = structuredClone(document);
  copy.openapi = '3.1.0';
  eachSchema(copy, (schema) => {
    spellNull(schema);
    if (schema.example === undefined) return;
    schema.examples = [schema.example];
    delete schema.example;
  });
  return copy;
}

function spellNull(schema: Schema): void {
  const alternatives = schema.anyOf ?? schema.oneOf;
  for (const alternative of alternatives ?? []) {
    if (alternative.enum?.length !== 1 || alternative.enum[0] !== null) continue;
    delete alternative.enum;
    alternative.type = 'null';
  }
  if (!schema.nullable) return;
  delete schema.nullable;
  // Beside alternatives the type was only there because 3.0 wants one next to `nullable`.
  if (alternatives) delete schema.type;
  else if (typeof schema.type === 'string') schema.type = [schema.type, 'null'];
}
