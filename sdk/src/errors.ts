import type { Problem } from './generated/models/Problem';
import type { ProblemError } from './generated/models/ProblemError';

// Errors are known by this mark and not by their class: an application may hold the SDK twice, as ESM and as CommonJS.
const MARK = Symbol.for('kontor.error');

/** What an answer, or the lack of one, says about itself. */
export interface ErrorFacts {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly problem?: Problem & Record<string, unknown>;
  readonly headers?: Headers;
  readonly cause?: unknown;
}

/** Any call that did not succeed. `code` is stable and kebab-case: branch on it, not on the words. */
export class KontorError extends Error {
  override readonly name: string = 'KontorError';
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** To be quoted when asking for help: it is in the server's log. */
  readonly requestId: string | undefined;
  /** What is wrong with which field, parameter or header. */
  readonly errors: readonly ProblemError[];
  /** The whole problem document (RFC 9457), with the members that belong to its code. */
  readonly problem: (Problem & Record<string, unknown>) | undefined;
  readonly headers: Headers | undefined;
  /** Seconds after which the server said another try makes sense. */
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

/** No answer came: the network, the name, the certificate. */
export class KontorConnectionError extends KontorError {
  override readonly name: string = 'KontorConnectionError';
  constructor(detail: string, cause?: unknown, code = 'connection-failed') {
    super({ status: 0, code, detail, cause });
  }
}

/** No answer came within `timeoutMs`. */
export class KontorTimeoutError extends KontorConnectionError {
  override readonly name: string = 'KontorTimeoutError';
  constructor(timeoutMs: number) {
    super(`No answer within ${timeoutMs} ms.`, undefined, 'timed-out');
  }
}

/** The caller's signal ended the call; `cause` is the signal's reason. */
export class KontorAbortError extends KontorError {
  override readonly name: string = 'KontorAbortError';
  constructor(reason: unknown) {
    super({ status: 0, code: 'aborted', detail: 'The call was aborted.', cause: reason });
  }
}

/** Whether this is a failed call, and with `code` whether it failed for that reason. */
export function isKontorError(error: unknown, code?: string): error is KontorError {
  return (
    typeof error === 'object' &&
    error !== null &&
    MARK in error &&
    (code === undefined || (error as { code?: unknown }).code === code)
  );
}

/** The error that an answer other than 2xx means. */
export function errorOf(response: Response, body: unknown): KontorError {
  const { status, headers } = response;
  if (status === 304)
    return new KontorError({ status, headers, code: 'not-modified', detail: 'The copy at hand is still good.' });
  // Browsers hide the status of a redirect.
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return new KontorError({
      status,
      headers,
      code: 'redirected',
      detail: 'The answer points elsewhere: is baseUrl right?',
    });
  const known =
    typeof body === 'object' && body !== null && 'code' in body
      ? (body as Problem & Record<string, unknown>)
      : undefined;
  const detail = known?.detail ?? known?.title ?? (response.statusText || 'The answer says nothing more.');
  return new KontorError({
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
