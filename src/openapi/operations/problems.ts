import { schemaRef, type DocumentedResponse, type Schema } from '../schemas/shapes.js';

const INSTANCE = '/api/v1/records/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a';
const REQUEST_ID = '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a';

const text = (description: string, example: string, extra: Schema = {}): Schema => ({
  type: 'string',
  description,
  example,
  ...extra,
});

/** Schemas of problem details (RFC 9457). */
export const PROBLEM_SCHEMAS: Record<string, Schema> = {
  Problem: {
    type: 'object',
    description:
      'Error response (RFC 9457). Use `code` in programs: it is stable, the texts are not. Some codes have ' +
      'additional members, such as `allowed`.',
    required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
    properties: {
      type: text('URI of the problem type', 'urn:kontor:problem:invalid-body', { format: 'uri' }),
      title: text('Name of the HTTP status', 'Unprocessable Content'),
      status: {
        type: 'integer',
        format: 'int32',
        minimum: 400,
        maximum: 599,
        description: 'HTTP status',
        example: 422,
      },
      detail: text('Description of the problem, for people', 'The request body is invalid.'),
      instance: text('Path of the request', INSTANCE),
      code: text('Machine-readable error code', 'invalid-body'),
      requestId: text('Id of the request in the log, also in the `X-Request-Id` header', REQUEST_ID),
      errors: {
        type: 'array',
        description: 'Errors in the request, one entry per error',
        items: { $ref: schemaRef('ProblemError') },
      },
    },
    additionalProperties: true,
  },
  ProblemError: {
    type: 'object',
    description: 'One error in the request, located by `pointer`, `parameter` or `header`',
    required: ['code', 'detail'],
    properties: {
      pointer: text('Location in the body: a JSON pointer as URI fragment', '#/email'),
      parameter: text('Name of the parameter', 'limit'),
      header: text('Name of the header', 'If-Match'),
      code: text('Machine-readable code of the violated rule', 'is-email'),
      detail: text('Description of the violated rule', 'email must be an email'),
    },
  },
};

interface ProblemKind {
  readonly name: string;
  readonly title: string;
  readonly code: string;
  readonly detail: string;
  readonly description: string;
  readonly members?: object;
  readonly headers?: readonly string[];
}

const KINDS: Record<string, ProblemKind> = {
  400: {
    name: 'BadRequest',
    title: 'Bad Request',
    code: 'unknown-parameter',
    detail: 'A parameter is invalid.',
    description: 'The request is malformed, or has an unknown parameter or field',
    members: { errors: [{ parameter: 'colour', code: 'unknown-parameter', detail: 'colour is unknown' }] },
  },
  401: {
    name: 'Unauthorized',
    title: 'Unauthorized',
    code: 'not-signed-in',
    detail: 'Sign in, or send an API key in X-API-Key or an access token in Authorization.',
    description: 'The credential is missing or invalid',
    headers: ['WWW-Authenticate'],
  },
  403: {
    name: 'Forbidden',
    title: 'Forbidden',
    code: 'permission-missing',
    detail: 'Your role does not allow this.',
    description: 'The caller does not have the required permission',
  },
  404: {
    name: 'NotFound',
    title: 'Not Found',
    code: 'record-not-found',
    detail: 'The record does not exist, or you cannot see it.',
    description: 'The record does not exist, or the caller cannot see it',
  },
  409: {
    name: 'Conflict',
    title: 'Conflict',
    code: 'already-exists',
    detail: 'Another record already has this value.',
    description: 'The request conflicts with the current state of the record',
  },
  410: {
    name: 'Gone',
    title: 'Gone',
    code: 'sequence-expired',
    detail: 'Events after this one are no longer stored.',
    description: 'The resource is no longer available',
  },
  412: {
    name: 'PreconditionFailed',
    title: 'Precondition Failed',
    code: 'stale-version',
    detail: 'The record has changed since it was read.',
    description: 'The record has changed since the version in `If-Match`',
    members: { currentVersion: 4 },
  },
  413: {
    name: 'ContentTooLarge',
    title: 'Content Too Large',
    code: 'body-too-large',
    detail: 'The body is too large for this operation.',
    description: 'The body is larger than 1 MiB',
  },
  414: {
    name: 'UriTooLong',
    title: 'URI Too Long',
    code: 'url-too-long',
    detail: 'The URL is longer than 8192 characters.',
    description: 'The URL is longer than 8192 characters; use the search by POST instead',
  },
  415: {
    name: 'UnsupportedMediaType',
    title: 'Unsupported Media Type',
    code: 'unsupported-media-type',
    detail: 'Send JSON: Content-Type: application/json.',
    description: 'The media type of the body is not supported',
  },
  422: {
    name: 'UnprocessableContent',
    title: 'Unprocessable Content',
    code: 'invalid-body',
    detail: 'The request body is invalid.',
    description: 'The body has invalid values; `errors` lists them',
    members: { errors: [{ pointer: '#/email', code: 'is-email', detail: 'email must be an email' }] },
  },
  429: {
    name: 'TooManyRequests',
    title: 'Too Many Requests',
    code: 'rate-limit-exceeded',
    detail: 'Too many requests; try again in 12 s.',
    description: 'The rate limit is exceeded; try again after `Retry-After` seconds',
    headers: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  },
  500: {
    name: 'InternalServerError',
    title: 'Internal Server Error',
    code: 'internal-error',
    detail: 'An internal error occurred. The request id identifies it in the log.',
    description: 'Internal server error',
  },
  503: {
    name: 'ServiceUnavailable',
    title: 'Service Unavailable',
    code: 'overloaded',
    detail: 'Too many requests at once. Nothing was changed; try again.',
    description: 'The service is temporarily unavailable. Nothing was changed; try again after `Retry-After` seconds.',
    headers: ['Retry-After'],
  },
};

export const headerRefs = (names: readonly string[]): Record<string, { $ref: string }> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

export function problemExample(status: string): object {
  const { code, title, detail, members } = KINDS[status] as ProblemKind;
  return {
    type: `urn:kontor:problem:${code}`,
    title,
    status: Number(status),
    detail,
    instance: INSTANCE,
    code,
    requestId: REQUEST_ID,
    ...members,
  };
}

function answerOf(status: string, { description, headers = [] }: ProblemKind): DocumentedResponse {
  return {
    description,
    headers: headerRefs([...headers, 'X-Request-Id']),
    content: {
      'application/problem+json': { schema: { $ref: schemaRef('Problem') }, example: problemExample(status) },
    },
  };
}

/** Returns `components.responses`: one error response per status. */
export const problemAnswers = (): Record<string, DocumentedResponse> =>
  Object.fromEntries(Object.entries(KINDS).map(([status, kind]) => [kind.name, answerOf(status, kind)]));

export const isProblem = (status: string): boolean => status in KINDS;
export const problemRef = (status: string): DocumentedResponse => ({
  $ref: `#/components/responses/${KINDS[status]?.name ?? ''}`,
});
