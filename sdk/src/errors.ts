import type { ErrorCode } from './generated/error-codes.js';
import type { Problem } from './generated/models.js';
import type { ProblemError } from './generated/models.js';

// Marks the errors of the SDK. `instanceof` would fail if an application loads the SDK as ESM and as CommonJS.
const MARK = Symbol.for('kontor.error');

/** Codes of failures that the SDK itself finds. */
export type ClientErrorCode =
  'aborted' | 'connection-failed' | 'not-modified' | 'redirected' | 'timed-out' | 'unreadable-answer';

/** The facts of a failed call. */
export interface ErrorFacts {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly problem?: Problem & Record<string, unknown>;
  readonly headers?: Headers;
  readonly cause?: unknown;
}

/** A call that failed. `code` is stable and in kebab case: use `code` in programs, not the message. */
export class KontorError extends Error {
  override readonly name: string = 'KontorError';
  /** The HTTP status; 0 without a response. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** The id of the request in the log of the server, for support. */
  readonly requestId: string | undefined;
  /** The invalid fields, parameters or headers. */
  readonly errors: readonly ProblemError[];
  /** The whole problem document (RFC 9457), with additional members of the code. */
  readonly problem: (Problem & Record<string, unknown>) | undefined;
  readonly headers: Headers | undefined;
  /** Seconds from `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor({ status, code, detail, problem, headers, cause }: ErrorFacts) {
    super(sentence(status, code, detail, problem?.errors), cause === undefined ? undefined : { cause });
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.problem = problem;
    this.errors = problem?.errors ?? [];
    this.headers = headers;
    this.requestId = problem?.requestId ?? headers?.get('x-request-id') ?? undefined;
    this.retryAfter = secondsOf(headers?.get('retry-after'));
    Object.defineProperty(this, MARK, { value: true });
  }
}

/** 400 or 422: the input is invalid; `errors` lists the fields. */
export class KontorValidationError extends KontorError {
  override readonly name = 'KontorValidationError';
}
/** 401: the credential is missing or invalid. */
export class KontorAuthenticationError extends KontorError {
  override readonly name = 'KontorAuthenticationError';
}
/** 403: the credential has no permission. */
export class KontorPermissionError extends KontorError {
  override readonly name = 'KontorPermissionError';
}
/** 404 or 410: the record does not exist, or is not visible. */
export class KontorNotFoundError extends KontorError {
  override readonly name = 'KontorNotFoundError';
}
/** 409 or 412: the state or the version of the record does not allow the change. */
export class KontorConflictError extends KontorError {
  override readonly name = 'KontorConflictError';
}
/** 429: too many requests; `retryAfter` is the time to wait. */
export class KontorRateLimitError extends KontorError {
  override readonly name = 'KontorRateLimitError';
}
/** 5xx: the server failed or is overloaded. */
export class KontorServerError extends KontorError {
  override readonly name = 'KontorServerError';
}

const CLASSES: Readonly<Record<number, new (facts: ErrorFacts) => KontorError>> = {
  400: KontorValidationError,
  401: KontorAuthenticationError,
  403: KontorPermissionError,
  404: KontorNotFoundError,
  409: KontorConflictError,
  410: KontorNotFoundError,
  412: KontorConflictError,
  422: KontorValidationError,
  429: KontorRateLimitError,
};
const classFor = (status: number): new (facts: ErrorFacts) => KontorError =>
  CLASSES[status] ?? (status >= 500 ? KontorServerError : KontorError);

/** No response: the network, the host name or the certificate failed. */
export class KontorConnectionError extends KontorError {
  override readonly name: string = 'KontorConnectionError';
  constructor(detail: string, cause?: unknown, code = 'connection-failed') {
    super({ status: 0, code, detail, cause });
  }
}

/** No response within `timeoutMs`. */
export class KontorTimeoutError extends KontorConnectionError {
  override readonly name: string = 'KontorTimeoutError';
  constructor(timeoutMs: number) {
    super(`No answer within ${timeoutMs} ms.`, undefined, 'timed-out');
  }
}

/** The signal of the caller ended the call; `cause` is the reason of the signal. */
export class KontorAbortError extends KontorError {
  override readonly name: string = 'KontorAbortError';
  constructor(reason: unknown) {
    super({ status: 0, code: 'aborted', detail: 'The call was aborted.', cause: reason });
  }
}

/** Returns whether the error is a failed call, optionally with this `code`. */
export function isKontorError(error: unknown, code?: ErrorCode | ClientErrorCode): error is KontorError {
  return (
    typeof error === 'object' &&
    error !== null &&
    MARK in error &&
    (code === undefined || (error as { code?: unknown }).code === code)
  );
}

/** Creates the error for a response other than 2xx. */
export function errorOf(response: Response, body: unknown): KontorError {
  const { status, headers } = response;
  if (status === 304)
    return new KontorError({ status, headers, code: 'not-modified', detail: 'The cached copy is current.' });
  // Browsers hide the status of a redirect.
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return new KontorError({
      status,
      headers,
      code: 'redirected',
      detail: 'The response is a redirect: check baseUrl.',
    });
  const known =
    typeof body === 'object' && body !== null && 'code' in body
      ? (body as Problem & Record<string, unknown>)
      : undefined;
  const detail = known?.detail ?? known?.title ?? (response.statusText || 'The response has no details.');
  return new (classFor(status))({
    status,
    headers,
    code: known?.code ?? `http-${status}`,
    detail,
    ...(known && { problem: known }),
  });
}

function sentence(status: number, code: string, detail: string, errors: readonly ProblemError[] = []): string {
  const places = errors
    .slice(0, 3)
    .map((error) => `${error.pointer ?? error.parameter ?? error.header ?? ''} ${error.detail}`.trim());
  return [`${status === 0 ? '' : `${status} `}${code}: ${detail}`, ...places].join(' · ');
}

function secondsOf(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (!Number.isNaN(seconds)) return Math.max(0, seconds);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - Date.now()) / 1000);
}
