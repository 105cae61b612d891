import { takesVersion } from './parameters.js';
import { headerRefs, isProblem, problemExample, problemRef } from './problems.js';
import type { Route } from './routes.js';
import { resolve, schemaRef, type Answer, type Components, type Operation } from './shapes.js';

const header = (description: string, example: string, schema: object = { type: 'string' }): object => ({
  description,
  schema,
  example,
});
const seconds = { type: 'integer', format: 'int32', minimum: 0 };

/** Headers of answers, each said once. */
export const HEADERS: Record<string, object> = {
  ETag: header('The version of the record, for `If-Match` and `If-None-Match`.', '"3"'),
  'Idempotency-Replayed': header(
    '`true` where this is the kept answer of an earlier request with the same `Idempotency-Key`.',
    'true',
    { type: 'string', pattern: '^true$' },
  ),
  Location: header('Where the new record is.', '/api/v1/records/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a'),
  RateLimit: header(
    'What is left of the limit (`r`) and the seconds until it is renewed (`t`).',
    '"default";r=599;t=60',
  ),
  'RateLimit-Policy': header('The limit: `q` requests in `w` seconds.', '"default";q=600;w=60'),
  'Retry-After': { description: 'Seconds after which another try makes sense.', schema: seconds, example: 1 },
  'WWW-Authenticate': header('How to sign in.', 'Bearer realm="kontor", ApiKey realm="kontor"'),
  'X-Request-Id': header(
    'The id of the request, taken from the request where it has one; also in every log line and problem.',
    '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a',
  ),
};

/** Only single records carry their version, and so a tag. */
export function hasTag(operation: Operation, components: Components): boolean {
  const schema = operation.responses['200']?.content?.['application/json']?.schema;
  const properties = schema && resolve(schema, components).properties;
  return properties?.['version'] !== undefined && properties['id'] !== undefined;
}

function headersOf(status: string, method: string, route: Route, tagged: boolean): string[] {
  return [
    ...(tagged && status !== '204' ? ['ETag'] : []),
    ...(status === '201' && route.hasLocation ? ['Location'] : []),
    ...(method === 'post' && route.isIdempotent ? ['Idempotency-Replayed'] : []),
    ...(route.isLimited ? ['RateLimit', 'RateLimit-Policy'] : []),
    'X-Request-Id',
  ];
}

/** The statuses of failure that an operation can really answer. */
function failuresOf(operation: Operation, method: string, route: Route): string[] {
  const changes = method !== 'get';
  const guarded = route.access?.kind !== 'public';
  const has = (place: string) => operation.parameters?.some((parameter) => parameter.in === place);
  const takesView = operation.parameters?.some(({ name }) => name === 'viewId');
  return [
    '400',
    ...(guarded ? ['401', '403'] : []),
    ...(has('path') ? ['404'] : []),
    ...(changes && guarded ? ['409'] : []),
    ...(takesVersion(operation) ? ['412'] : []),
    ...(changes && method !== 'delete' ? ['413', '415', '422'] : []),
    // A saved view may ask for what is no longer there, or be of other records.
    ...(takesView ? ['409', '422'] : []),
    ...(has('query') ? ['414'] : []),
    ...(route.isLimited ? ['429'] : []),
    '500',
    '503',
  ];
}

/** Gives every answer its headers, and adds the failures by reference. */
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

// The compiler plugin guesses a success from the method, beside the one that @Returns() states in words.
function dropGuesses(responses: Record<string, Answer>): void {
  const successes = Object.keys(responses).filter((status) => status.startsWith('2'));
  if (successes.length > 1)
    for (const status of successes) if (!responses[status]?.description) delete responses[status];
}

// A failure that has a body of its own (readiness) can still be answered with a problem.
function withProblem(status: string, own: Answer | undefined): Answer {
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

const notModified = (): Answer => ({ $ref: '#/components/responses/NotModified' });
export const NOT_MODIFIED: Answer = {
  description: 'The copy at hand is still good.',
  headers: headerRefs(['ETag', 'RateLimit', 'RateLimit-Policy', 'X-Request-Id']),
};
