import { HttpException } from '@nestjs/common';
import {
  BadRequest,
  Conflict,
  Forbidden,
  Gone,
  Invalid,
  NotFound,
  Refusal,
  Stale,
  TooMany,
  Unauthorized,
  Unavailable,
  type FieldError,
  type ProblemExtras,
} from '../../kernel/errors.js';
import { requestContext } from '../../kernel/request-context.js';
import {
  isHeld,
  isRefusedValue,
  isLostUpdate,
  isRetryable,
  isTooSlow,
  isUnavailable,
  takenCustomField,
  violatedForeignKey,
  violatedUnique,
} from '../database/index.js';

/** RFC 9457 problem details, with Kontor's own `code`, `requestId` and `errors`. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
  readonly [member: string]: unknown;
}

export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly extras: ProblemExtras;
}

const STATUS_OF: readonly [abstract new (...parameters: never[]) => Refusal, number][] = [
  [BadRequest, 400],
  [Unauthorized, 401],
  [Forbidden, 403],
  [NotFound, 404],
  [Conflict, 409],
  [Gone, 410],
  [Stale, 412],
  [Invalid, 422],
  [TooMany, 429],
  [Unavailable, 503],
];

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

const failure = (status: number, code: string, detail: string, extras: ProblemExtras = {}): Failure => ({
  status,
  code,
  detail,
  extras,
});

/** What went wrong, whoever noticed it: our own words, the framework, the body parser, the database. */
export function failureOf(error: unknown): Failure {
  return (
    ofRefusal(error) ??
    ofParser(error) ??
    ofFramework(error) ??
    ofDatabase(error) ??
    failure(500, 'internal-error', 'Something went wrong on our side. The request id finds it in the log.')
  );
}

function ofRefusal(error: unknown): Failure | undefined {
  if (!(error instanceof Refusal)) return undefined;
  const status = STATUS_OF.find(([kind]) => error instanceof kind)?.[1] ?? 500;
  return failure(status, error.code, error.message, error.extras);
}

const PARSER: Record<string, [number, string, string]> = {
  'entity.parse.failed': [400, 'malformed-json', 'The body is not valid JSON.'],
  'entity.too.large': [413, 'body-too-large', 'The body is larger than this route takes.'],
  'encoding.unsupported': [415, 'unsupported-encoding', 'This content encoding is not supported.'],
  'charset.unsupported': [415, 'unsupported-charset', 'JSON is UTF-8.'],
  'request.aborted': [400, 'request-aborted', 'The request ended before its body was complete.'],
  'request.size.invalid': [400, 'invalid-content-length', 'The body is not as long as Content-Length says.'],
  'parameters.too.many': [413, 'too-many-parameters', 'The body has too many parameters.'],
};

function ofParser(error: unknown): Failure | undefined {
  if (error instanceof URIError) return failure(400, 'malformed-url', 'The URL holds a broken percent-encoding.');
  const { type, status } = error as { type?: unknown; status?: unknown };
  const known = typeof type === 'string' ? PARSER[type] : undefined;
  if (known) return failure(...known);
  return typeof type === 'string' && status === 400
    ? failure(400, 'unreadable-body', 'The body cannot be read.')
    : undefined;
}

const FRAMEWORK_CODES: Record<number, string> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'route-not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

function ofFramework(error: unknown): Failure | undefined {
  if (!(error instanceof HttpException)) return undefined;
  const status = error.getStatus();
  if (status === 404) return failure(404, 'route-not-found', 'There is nothing at this address.');
  return status in FRAMEWORK_CODES
    ? failure(status, FRAMEWORK_CODES[status] ?? 'bad-request', error.message)
    : undefined;
}

function ofDatabase(error: unknown): Failure | undefined {
  if (isUnavailable(error))
    return failure(503, 'database-unavailable', 'The database cannot be reached at the moment. Nothing was changed.', {
      retryAfter: 1,
    });
  if (isTooSlow(error))
    return failure(503, 'too-slow', 'This took longer than it may and was given up. Nothing was changed.', {
      retryAfter: 1,
    });
  if (isRetryable(error) || isLostUpdate(error))
    return failure(503, 'busy', 'Too many changes at once. Nothing was changed; try again.', { retryAfter: 1 });
  if (isHeld(error))
    return failure(409, 'legal-hold', 'The record, or something on it, is under a legal hold and cannot be removed.');
  const key = takenCustomField(error);
  if (key)
    return failure(409, 'custom-field-taken', 'Another record has the same value in a field that is unique.', {
      errors: [{ pointer: `#/customFields/${key}`, code: 'taken', detail: 'another record has this value' }],
    });
  const unique = violatedUnique(error);
  if (unique)
    return failure(409, 'already-exists', 'Another record already has this value.', {
      members: { constraint: unique.replace(/_(key|pkey|idx)$/, '') },
    });
  if (violatedForeignKey(error))
    return failure(422, 'unknown-reference', 'The request refers to a record that does not exist.');
  return isRefusedValue(error)
    ? failure(422, 'unacceptable-value', 'A value is outside of what can be stored.')
    : undefined;
}

export function problemOf(
  { status, code, detail, extras }: Failure,
  instance: string,
  requestId: string,
): ProblemDocument {
  return {
    type: `urn:kontor:problem:${code}`,
    title: TITLES[status] ?? 'Error',
    status,
    detail,
    instance,
    code,
    requestId,
    ...(extras.errors ? { errors: extras.errors } : {}),
    ...extras.members,
  };
}

/** The problem document of an error that does not end its request: one item of many. */
export const problemFor = (error: unknown): ProblemDocument => {
  const context = requestContext();
  return problemOf(failureOf(error), context?.path ?? '/', context?.requestId ?? 'unknown');
};
