import type { Route } from './routes.js';
import { isObject, sampleParameter } from '../schemas/samples.js';
import { unwrap } from '../schemas/schemas.js';
import type { Components, Operation, Parameter } from '../schemas/shapes.js';

/** Headers of requests, by component name. */
export const PARAMETERS: Record<string, Parameter> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    example: '5f0c1b0e-3c55-4c39-9d3b-5f1f6a2d7c11',
    description:
      'Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same ' +
      'response and have one effect',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]{1,255}$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    example: '"3"',
    description:
      '`ETag` of the record that the change is based on; the request fails with 412 if the record has changed since',
    schema: { type: 'string', maxLength: 20, pattern: '^(\\*|"\\d{1,9}")$' },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    example: '"3"',
    description: '`ETag` of the cached copy; the response is 304 without a body if the copy is current',
    schema: { type: 'string', maxLength: 1000 },
  },
};

const shared = (name: string): Parameter => ({ $ref: `#/components/parameters/${name}` }) as Parameter;

/** Sets the URL style of a parameter and an example. */
export function describeParameter(parameter: Parameter, route: Route, components: Components): void {
  const { schema } = parameter;
  if (!schema) return;
  if (parameter.in === 'query') Object.assign(parameter, styleOf(parameter, components));
  parameter.example ??= route.examples.get(parameter.name) ?? sampleParameter(schema, components);
  if (parameter.example === undefined) delete parameter.example;
  delete schema.example;
  if (parameter.description) parameter.description = unwrap(parameter.description);
}

// Nest cannot document deepObject for a property of a class (nestjs/swagger#3495).
function styleOf({ schema = {} }: Parameter, components: Components): Partial<Parameter> {
  if (schema.type === 'object' || isObject(schema, components)) return { style: 'deepObject', explode: true };
  return schema.type === 'array' ? { style: 'form', explode: true } : {};
}

/** Adds the request headers: the idempotency key of a write, and versions of records that have one. */
export function addHeaderParameters(operation: Operation, method: string, route: Route, hasTag: boolean): void {
  const own = operation.parameters ?? [];
  const takesVersion = own.some(({ name }) => name === 'If-Match');
  operation.parameters = [
    ...own.filter(({ name }) => name !== 'If-Match'),
    ...(route.isIdempotent ? [shared('IdempotencyKey')] : []),
    ...(takesVersion ? [shared('IfMatch')] : []),
    ...(method === 'get' && hasTag ? [shared('IfNoneMatch')] : []),
  ];
}

export const takesVersion = ({ parameters = [] }: Operation): boolean =>
  parameters.some(({ name, $ref }) => name === 'If-Match' || $ref?.endsWith('/IfMatch') === true);
