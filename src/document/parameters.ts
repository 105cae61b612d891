import type { Route } from './routes.js';
import { isObject, sampleParameter } from './samples.js';
import type { Components, Operation, Parameter } from './shapes.js';

/** Headers that many operations take, each said once. */
export const PARAMETERS: Record<string, Parameter> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    example: '5f0c1b0e-3c55-4c39-9d3b-5f1f6a2d7c11',
    description:
      'Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]{1,255}$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    example: '"3"',
    description:
      'The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.',
    schema: { type: 'string', maxLength: 20, pattern: '^(\\*|"\\d{1,9}")$' },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    example: '"3"',
    description: 'The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.',
    schema: { type: 'string', maxLength: 1000 },
  },
};

const shared = (name: string): Parameter => ({ $ref: `#/components/parameters/${name}` }) as Parameter;

/** How a parameter is written in a URL, and an example of it. */
export function describeParameter(parameter: Parameter, route: Route, components: Components): void {
  const { schema } = parameter;
  if (!schema) return;
  if (parameter.in === 'query') Object.assign(parameter, styleOf(parameter, components));
  parameter.example ??= route.examples.get(parameter.name) ?? sampleParameter(schema, components);
  if (parameter.example === undefined) delete parameter.example;
  delete schema.example;
}

// Nest cannot say deepObject of a class's property (nestjs/swagger#3495).
function styleOf({ schema = {} }: Parameter, components: Components): Partial<Parameter> {
  if (isObject(schema, components)) return { style: 'deepObject', explode: true };
  // Each key of an open object is a parameter of its own: `custom.tier=gold`.
  return schema.type === 'array' || schema.type === 'object' ? { style: 'form', explode: true } : {};
}

/** The headers that an operation takes: replay protection on POST, versions where there are any. */
export function addHeaderParameters(operation: Operation, method: string, route: Route, hasTag: boolean): void {
  const own = operation.parameters ?? [];
  const takesVersion = own.some(({ name }) => name === 'If-Match');
  operation.parameters = [
    ...own.filter(({ name }) => name !== 'If-Match'),
    ...(method === 'post' && route.isIdempotent ? [shared('IdempotencyKey')] : []),
    ...(takesVersion ? [shared('IfMatch')] : []),
    ...(method === 'get' && hasTag ? [shared('IfNoneMatch')] : []),
  ];
}

export const takesVersion = ({ parameters = [] }: Operation): boolean =>
  parameters.some(({ name, $ref }) => name === 'If-Match' || $ref?.endsWith('/IfMatch') === true);
