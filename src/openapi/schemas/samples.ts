import { operationsOf, resolve, type Components, type Document, type Media, type Schema } from './shapes.js';

const UUID = '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a';

export interface SampleOptions {
  /** For requests: omits references to existing records, so that the example can be sent unchanged. */
  readonly isRequest: boolean;
}

/** Creates an example from the examples of the properties. Undefined if no example exists. */
export function sampleOf(schema: Schema, components: Components, options: SampleOptions): unknown {
  if (schema.example !== undefined) return structuredClone(schema.example);
  const target = resolve(schema, components);
  if (target !== schema) return sampleOf(target, components, options);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.properties) return sampleObject(schema, components, options);
  if (schema.type === 'array') return sampleList(schema, components, options);
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  if (first) return sampleOf(first, components, options);
  return schema.format === 'uuid' ? UUID : schema.type === 'boolean' ? false : undefined;
}

function sampleList({ items = {} }: Schema, components: Components, options: SampleOptions): unknown[] | undefined {
  const item = sampleOf(items, components, options);
  return item === undefined ? undefined : [item];
}

function sampleObject(
  { properties = {}, required = [] }: Schema,
  components: Components,
  options: SampleOptions,
): Record<string, unknown> {
  const shown = Object.entries(properties).filter(
    ([name, property]) => required.includes(name) || isShown(name, property, options),
  );
  return Object.fromEntries(
    shown
      .map(([name, property]) => [name, sampleOf(property, components, options)])
      .filter(([, value]) => value !== undefined),
  );
}

// An optional property is included if it has its own example.
const isShown = (name: string, property: Schema, { isRequest }: SampleOptions): boolean =>
  property.example !== undefined &&
  !(isRequest && (property.format === 'uuid' || /(Ids?|^version|^cursor)$/.test(name)));

/** Adds an example to every JSON body and every 2xx response. */
export function addExamples(document: Document): void {
  for (const { operation } of operationsOf(document)) {
    for (const media of Object.values(operation.requestBody?.content ?? {}))
      addExample(media, document.components, { isRequest: true });
    for (const [status, { content }] of Object.entries(operation.responses)) {
      if (status.startsWith('2') || content?.['application/json'])
        Object.values(content ?? {}).forEach((media) => addExample(media, document.components, { isRequest: false }));
    }
  }
}

function addExample(media: Media, components: Components, options: SampleOptions): void {
  if (media.schema && media.example === undefined) media.example = sampleOf(media.schema, components, options);
}

/** Returns an example with the first property only, because all properties together would contradict each other. */
export function sampleParameter(schema: Schema, components: Components): unknown {
  const target = resolve(schema, components);
  if (!target.properties) return sampleOf(schema, components, { isRequest: false });
  const [first] = Object.entries(target.properties);
  return first && { [first[0]]: sampleOf(first[1], components, { isRequest: false }) };
}

export const isObject = (schema: Schema, components: Components): boolean =>
  resolve(schema, components).properties !== undefined;
