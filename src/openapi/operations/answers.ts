import { takesVersion } from './parameters.js';
import { headerRefs, isProblem, problemExample, problemRef } from './problems.js';
import type { Route } from './routes.js';
import { resolve, schemaRef, type DocumentedResponse, type Components, type Operation } from '../schemas/shapes.js';

const header = (description: string, example: string, schema: object = { type: 'string' }): object => ({
  description,
  schema,
  example,
});
const seconds = { type: 'integer', format: 'int32', minimum: 0, maximum: 2147483647 };

/** Headers of responses, by component name. */
export const HEADERS: Record<string, object> = {
  ETag: header('Version of the record, for `If-Match` and `If-None-Match`', '"3"'),
  'Idempotency-Replayed': header(
    '`true` if this is the stored response of an earlier request with the same `Idempotency-Key`',
    'true',
    { type: 'string', pattern: '^true$' },
  ),
  Location: header('Path of the new record', '/api/v1/records/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a'),
  RateLimit: header('Remaining requests (`r`) and seconds until the limit resets (`t`)', '"default";r=599;t=60'),
  'RateLimit-Policy': header('Rate limit: `q` requests in `w` seconds', '"default";q=600;w=60'),
  'Retry-After': { description: 'Seconds to wait before the next request', schema: seconds, example: 1 },
  'WWW-Authenticate': header('Accepted authentication schemes', 'Bearer realm="kontor", ApiKey realm="kontor"'),
  'X-Request-Id': header(
    'Id of the request: the value sent by the client, or a new one; also in logs and error responses',
    '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a',
  ),
};

/** Returns whether the operation returns a single record with a version, and therefore an ETag. */
export function hasTag(operation: Operation, components: Components): boolean {
  const schema = operation.responses['200']?.content?.['application/json']?.schema;
  const properties = schema && resolve(schema, components).properties;
  return properties?.['version'] !== undefined && properties['id'] !== undefined;
}

function headersOf(status: string, method: string, route: Route, tagged: boolean): string[] {
  return [
    ...(tagged && status !== '204' ? ['ETag'] : []),
    ...(status === '201' && route.hasLocation ? ['Location'] : []),
    ...(route.isIdempotent ? ['Idempotency-Replayed'] : []),
    ...(route.isLimited ? ['RateLimit', 'RateLimit-Policy'] : []),
    'X-Request-Id',
  ];
}

/** Returns the error statuses that an operation can return. */
function failuresOf(operation: Operation, method: string, route: Route): string[] {
  const changes = method !== 'get';
  const guarded = route.access?.kind !== 'public';
  const has = (location: string) => operation.parameters?.some((parameter) => parameter.in === location);
  const takesView = operation.parameters?.some(({ name }) => name === 'viewId');
  return [
    '400',
    ...(guarded ? ['401', '403'] : []),
    ...(has('path') ? ['404'] : []),
    ...(changes && guarded ? ['409'] : []),
    ...(takesVersion(operation) ? ['412'] : []),
    ...(changes && method !== 'delete' ? ['413', '415', '422'] : []),
    // The key of another request.
    ...(route.isIdempotent ? ['422'] : []),
    // A saved view may belong to another record type or use deleted fields.
    ...(takesView ? ['409', '422'] : []),
    ...(has('query') ? ['414'] : []),
    ...(route.isLimited ? ['429'] : []),
    '500',
    '503',
  ];
}

/** Adds headers and references to errors to every response. */
export function describeAnswers(operation: Operation, method: string, route: Route, components: Components): void {
  const { responses } = operation;
  dropGuesses(responses);
  const tagged =
    hasTag(operation, components) ||
    (responses['201'] !== undefined && hasTag({ ...operation, responses: { 200: responses['201'] } }, components));
  for (const [status, answer] of Object.entries(responses)) {
    if (/^[23]/.test(status))
      answer.headers = { ...answer.headers, ...headerRefs(headersOf(status, method, route, tagged)) };
  }
  if (method === 'get' && tagged) responses['304'] = notModified();
  const stated = Object.keys(responses).filter(isProblem);
  for (const status of new Set([...failuresOf(operation, method, route), ...stated]))
    responses[status] = withProblem(status, responses[status]);
}

// The compiler plugin adds a success status from the HTTP method, besides the status of @Returns().
function dropGuesses(responses: Record<string, DocumentedResponse>): void {
  const successes = Object.keys(responses).filter((status) => status.startsWith('2'));
  if (successes.length > 1)
    for (const status of successes) if (!responses[status]?.description) delete responses[status];
}

// An error status with its own body (readiness) can also be a problem.
function withProblem(status: string, own: DocumentedResponse | undefined): DocumentedResponse {
  if (!own?.content) return problemRef(status);
  return {
    ...own,
    headers: { ...own.headers, ...headerRefs(['Retry-After', 'X-Request-Id']) },
    content: {
      ...own.content,
      'application/problem+json': { schema: { $ref: schemaRef('Problem') }, example: problemExample(status) },
    },
  };
}

const notModified = (): DocumentedResponse => ({ $ref: '#/components/responses/NotModified' });
export const NOT_MODIFIED: DocumentedResponse = {
  description: 'The cached copy is current',
  headers: headerRefs(['ETag', 'RateLimit', 'RateLimit-Policy', 'X-Request-Id']),
};
