import { KontorConnectionError, type KontorError } from './errors.js';
import { readsOnly } from './operation.js';
import type { PreparedRequest } from './request.js';

const FIRST_MS = 500;
const LONGEST_MS = 8_000;
/** The caller must decide about a longer wait. */
const LONGEST_RETRY_AFTER_S = 60;

/** The server did not process the request. */
const NOT_STARTED = [429, 503];
/** The server may have processed the request. */
const UNCERTAIN = [408, 502, 504];
/** A 503 after a lost database connection: the server does not know whether the change was saved. */
const OUTCOME_UNKNOWN = 'outcome-unknown';

/** Returns the milliseconds to wait before a retry, or undefined if a retry is not allowed. */
export function delayBefore(attempt: number, error: KontorError, request: PreparedRequest): number | undefined {
  if (!worthAnotherTry(error, request)) return undefined;
  const { retryAfter } = error;
  // Wait at least as long as the server says, plus a random time.
  if (retryAfter !== undefined)
    return retryAfter <= LONGEST_RETRY_AFTER_S ? retryAfter * 1000 * (1 + Math.random() / 4) : undefined;
  // Full jitter: clients that failed together do not return together.
  return Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
}

/** Returns whether the request may have had an effect although it failed. */
const isUncertain = (error: KontorError): boolean =>
  error instanceof KontorConnectionError || UNCERTAIN.includes(error.status) || error.code === OUTCOME_UNKNOWN;

function worthAnotherTry(error: KontorError, { operation, repeatable }: PreparedRequest): boolean {
  // The cause of a 500 is unknown, so only reads are repeated.
  if (error.status === 500) return readsOnly(operation);
  if (isUncertain(error)) return repeatable;
  return NOT_STARTED.includes(error.status) || error.code === 'idempotency-key-in-progress';
}
