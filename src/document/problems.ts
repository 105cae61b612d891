import { schemaRef, type Answer, type Schema } from './shapes.js';

const INSTANCE = '/api/v1/records/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a';
const REQUEST_ID = '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a';

const text = (description: string, example: string, extra: Schema = {}): Schema => ({
  type: 'string',
  description,
  example,
  ...extra,
});

/** RFC 9457, as every failing path answers. */
export const PROBLEM_SCHEMAS: Record<string, Schema> = {
  Problem: {
    type: 'object',
    description:
      'What went wrong (RFC 9457). `code` is stable: branch on it, not on the words. Some codes come with members of their own, such as `allowed`.',
    required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
    properties: {
      type: text('The kind of problem as a URI.', 'urn:kontor:problem:invalid-body', { format: 'uri' }),
      title: text('The HTTP status in words.', 'Unprocessable Content'),
      status: {
        type: 'integer',
        format: 'int32',
        minimum: 400,
        maximum: 599,
        description: 'The HTTP status.',
        example: 422,
      },
      detail: text('What happened, for people.', 'The request body is not acceptable.'),
      instance: text('The path that was asked for.', INSTANCE),
      code: text('What happened, for programs.', 'invalid-body'),
      requestId: text('Finds the request in the logs; also in `X-Request-Id`.', REQUEST_ID),
      errors: {
        type: 'array',
        description: 'Where the request is mistaken, one entry a mistake.',
        items: { $ref: schemaRef('ProblemError') },
      },
    },
    additionalProperties: true,
  },
  ProblemError: {
    type: 'object',
    description: 'One mistake in a request: `pointer`, `parameter` or `header` says where.',
    required: ['code', 'detail'],
    properties: {
      pointer: text('The place in the body, as a JSON pointer in a URI fragment.', '#/email'),
      parameter: text('The parameter by name.', 'limit'),
      header: text('The header by name.', 'If-Match'),
      code: text('The rule that was broken.', 'is-email'),
      detail: text('What the rule asks for.', 'email must be an email'),
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
    detail: 'A parameter is not acceptable.',
    description: 'The request cannot be read: malformed, or with a parameter or field that is not known here.',
    members: { errors: [{ parameter: 'colour', code: 'unknown-parameter', detail: 'colour is not known here' }] },
  },
  401: {
    name: 'Unauthorized',
    title: 'Unauthorized',
    code: 'not-signed-in',
    detail: 'Sign in, or send an API key in X-API-Key or an access token in Authorization.',
    description: 'No credential, or one that is not valid (any more).',
    headers: ['WWW-Authenticate'],
  },
  403: {
    name: 'Forbidden',
    title: 'Forbidden',
    code: 'permission-missing',
    detail: 'Your role does not allow this.',
    description: 'The caller is known and may not do this.',
  },
  404: {
    name: 'NotFound',
    title: 'Not Found',
    code: 'record-not-found',
    detail: 'There is no such record, or you may not see it.',
    description: "There is no such record, or it is out of the caller's sight.",
  },
  409: {
    name: 'Conflict',
    title: 'Conflict',
    code: 'already-exists',
    detail: 'Another record already has this value.',
    description: 'The state of things does not allow this now.',
  },
  410: {
    name: 'Gone',
    title: 'Gone',
    code: 'sequence-expired',
    detail: 'Events after this one are not kept any longer.',
    description: 'It was there and is not kept any longer.',
  },
  412: {
    name: 'PreconditionFailed',
    title: 'Precondition Failed',
    code: 'stale-version',
    detail: 'The record has changed since it was read.',
    description: 'The record has changed since the version in `If-Match`.',
    members: { currentVersion: 4 },
  },
  413: {
    name: 'ContentTooLarge',
    title: 'Content Too Large',
    code: 'body-too-large',
    detail: 'The body is larger than this route takes.',
    description: 'The body is larger than 1 MiB.',
  },
  414: {
    name: 'UriTooLong',
    title: 'URI Too Long',
    code: 'url-too-long',
    detail: 'The URL is longer than 8192 characters.',
    description: 'The URL is longer than 8192 characters; search by POST instead.',
  },
  415: {
    name: 'UnsupportedMediaType',
    title: 'Unsupported Media Type',
    code: 'unsupported-media-type',
    detail: 'Send JSON: Content-Type: application/json.',
    description: 'The body is not of a type that this route reads.',
  },
  422: {
    name: 'UnprocessableContent',
    title: 'Unprocessable Content',
    code: 'invalid-body',
    detail: 'The request body is not acceptable.',
    description: 'The body can be read, but its values are not acceptable; `errors` says which.',
    members: { errors: [{ pointer: '#/email', code: 'is-email', detail: 'email must be an email' }] },
  },
  429: {
    name: 'TooManyRequests',
    title: 'Too Many Requests',
    code: 'rate-limit-exceeded',
    detail: 'Too many requests; the next window begins in 12 s.',
    description: 'The rate limit is used up; `Retry-After` says for how long.',
    headers: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  },
  500: {
    name: 'InternalServerError',
    title: 'Internal Server Error',
    code: 'internal-error',
    detail: 'Something went wrong on our side. The request id finds it in the log.',
    description: 'A mistake of the server.',
  },
  503: {
    name: 'ServiceUnavailable',
    title: 'Service Unavailable',
    code: 'overloaded',
    detail: 'Too many requests at once. Nothing was changed; try again.',
    description: 'For the moment this cannot be done. Nothing was changed; try again after `Retry-After` seconds.',
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

function answerOf(status: string, { description, headers = [] }: ProblemKind): Answer {
  return {
    description,
    headers: headerRefs([...headers, 'X-Request-Id']),
    content: {
      'application/problem+json': { schema: { $ref: schemaRef('Problem') }, example: problemExample(status) },
    },
  };
}

/** `components.responses`: one answer a status, for all operations. */
export const problemAnswers = (): Record<string, Answer> =>
  Object.fromEntries(Object.entries(KINDS).map(([status, kind]) => [kind.name, answerOf(status, kind)]));

export const isProblem = (status: string): boolean => status in KINDS;
export const problemRef = (status: string): Answer => ({ $ref: `#/components/responses/${KINDS[status]?.name ?? ''}` });
