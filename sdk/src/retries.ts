import { KontorConnectionError, type KontorError } from './errors';

const FIRST_MS = 500;
const LONGEST_MS = 8_000;
/** A longer wait is for the caller to decide. */
const LONGEST_RETRY_AFTER_S = 60;

/** Refused at the door: nothing was done, whatever the request was. */
const NOT_BEGUN = [429, 503];
/** Perhaps done, perhaps not. */
const UNCERTAIN = [408, 502, 504];

/** How long to wait before the next try, or undefined where there must be none. */
export function delayBefore(attempt: number, error: KontorError, repeatable: boolean): number | undefined {
  if (!worthAnotherTry(error, repeatable)) return undefined;
  const { retryAfter } = error;
  // Not before, and a little later, each client at its own time.
  if (retryAfter !== undefined)
    return retryAfter <= LONGEST_RETRY_AFTER_S ? retryAfter * 1000 * (1 + Math.random() / 4) : undefined;
  // Full jitter: clients that failed together do not come back together.
  return Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
}

function worthAnotherTry(error: KontorError, repeatable: boolean): boolean {
  if (NOT_BEGUN.includes(error.status) || error.code === 'idempotency-key-in-progress') return true;
  return repeatable && (error instanceof KontorConnectionError || UNCERTAIN.includes(error.status));
}
