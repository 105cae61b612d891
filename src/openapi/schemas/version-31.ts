import { eachSchema, type Document, type Schema } from './shapes.js';

/** Returns the document in OpenAPI 3.1 with JSON Schema: null is a type, and examples are a list. */
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

// Next to a reference, the type exists only because 3.0 requires it for `nullable`.
function spellNull(schema: Schema): void {
  if (!schema.nullable) return;
  delete schema.nullable;
  if (schema.allOf) {
    schema.anyOf = [...schema.allOf, { type: 'null' }];
    delete schema.allOf;
    delete schema.type;
  } else if (typeof schema.type === 'string') schema.type = [schema.type, 'null'];
}
