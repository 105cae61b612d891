import { HttpException } from '@nestjs/common';
import {
  BadRequestError,
  ConflictError,
  ForbiddenError,
  GoneError,
  UnprocessableError,
  NotFoundError,
  DomainError,
  VersionConflictError,
  TooManyRequestsError,
  UnauthorizedError,
  UnavailableError,
  type FieldError,
  type ProblemExtras,
} from '../../../kernel/errors.js';
import { requestContext } from '../../../kernel/request-context.js';
import {
  isFailing,
  isHeld,
  isRejectedValue,
  isLostUpdate,
  isOutcomeUnknown,
  isPoolExhausted,
  isRetryable,
  isStorageFull,
  isTooSlow,
  isUnavailable,
  takenValue,
  violatedForeignKey,
} from '../../database/index.js';
import { cutErrors } from './field-errors.js';

/** Problem details after RFC 9457, with `code`, `requestId` and `errors` of Kontor. */
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

const STATUS_OF: readonly [abstract new (...parameters: never[]) => DomainError, number][] = [
  [BadRequestError, 400],
  [UnauthorizedError, 401],
  [ForbiddenError, 403],
  [NotFoundError, 404],
  [ConflictError, 409],
  [GoneError, 410],
  [VersionConflictError, 412],
  [UnprocessableError, 422],
  [TooManyRequestsError, 429],
  [UnavailableError, 503],
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

/** Converts errors of Kontor, Nest, the body parser and the database. */
export function failureOf(error: unknown): Failure {
  return (
    ofDomainError(error) ??
    ofParser(error) ??
    ofFramework(error) ??
    ofDatabase(error) ??
    failure(500, 'internal-error', 'An internal error occurred. The request id identifies it in the log.')
  );
}

function ofDomainError(error: unknown): Failure | undefined {
  if (!(error instanceof DomainError)) return undefined;
  const status = STATUS_OF.find(([kind]) => error instanceof kind)?.[1] ?? 500;
  return failure(status, error.code, error.message, error.extras);
}

const PARSER: Record<string, [number, string, string]> = {
  'entity.parse.failed': [400, 'malformed-json', 'The body is not valid JSON.'],
  'entity.too.large': [413, 'body-too-large', 'The body is too large for this operation.'],
  'encoding.unsupported': [415, 'unsupported-encoding', 'This content encoding is not supported.'],
  'charset.unsupported': [415, 'unsupported-charset', 'JSON must be UTF-8.'],
  'request.aborted': [400, 'request-aborted', 'The request ended before its body was complete.'],
  'request.size.invalid': [400, 'invalid-content-length', 'The body is not as long as Content-Length says.'],
  'parameters.too.many': [413, 'too-many-parameters', 'The body has too many parameters.'],
};

function ofParser(error: unknown): Failure | undefined {
  if (error instanceof URIError) return failure(400, 'malformed-url', 'The URL has an invalid percent-encoding.');
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
  if (status === 404) return failure(404, 'route-not-found', 'This path does not exist.');
  return status in FRAMEWORK_CODES
    ? failure(status, FRAMEWORK_CODES[status] ?? 'bad-request', error.message)
    : undefined;
}

function ofDatabase(error: unknown): Failure | undefined {
  const passing = ofPassing(error);
  if (passing) return passing;
  if (isHeld(error))
    return failure(409, 'legal-hold', 'The record or its linked data is under a legal hold and cannot be deleted.');
  const taken = takenValue(error);
  if (taken) return failure(409, taken.code, taken.message, taken.extras);
  if (violatedForeignKey(error))
    return failure(422, 'unknown-reference', 'The request refers to a record that does not exist.');
  return isRejectedValue(error) ? failure(422, 'unacceptable-value', 'A value is out of range.') : undefined;
}

const NOTHING_CHANGED = 'Nothing was changed; try again.';

/** Handles errors that a new attempt may solve. Says "Nothing was changed" only if that is certain. */
function ofPassing(error: unknown): Failure | undefined {
  const reason = passingReason(error);
  if (!reason) return undefined;
  const [status, code, detail, retryAfter = 1] = reason;
  if (!isOutcomeUnknown(error) && !requestContext()?.hasCommitted)
    return failure(status, code, `${detail} ${NOTHING_CHANGED}`, { retryAfter });
  return failure(
    503,
    'outcome-unknown',
    'The connection to the database was lost during the change, which may have been saved. Read the record ' +
      'before you repeat the request, or send an Idempotency-Key.',
  );
}

function passingReason(
  error: unknown,
): readonly [status: number, code: string, detail: string, retryAfter?: number] | undefined {
  if (isStorageFull(error))
    return [503, 'storage-full', 'The disk is full. Nothing can be written until space is free.', 30];
  if (isFailing(error))
    return [503, 'database-failing', 'The database is out of memory, at a limit, read-only, or its disk fails.', 10];
  if (isPoolExhausted(error)) return [503, 'busy', 'All connections of this instance to the database are in use.'];
  if (isUnavailable(error)) return [503, 'database-unavailable', 'The database is not reachable at the moment.'];
  if (isTooSlow(error)) return [503, 'too-slow', 'The request took too long and was cancelled.'];
  return isRetryable(error) || isLostUpdate(error) ? [503, 'busy', 'Too many changes at once.'] : undefined;
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
    ...(extras.errors ? { errors: cutErrors(extras.errors) } : {}),
    ...extras.members,
  };
}

/** Creates the problem document of an error that does not end the request: one item of many. */
export const problemFor = (error: unknown): ProblemDocument => {
  const context = requestContext();
  return problemOf(failureOf(error), context?.path ?? '/', context?.requestId ?? 'unknown');
};
