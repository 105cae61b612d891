import { answerOf, type Answer } from './answer.js';
import {
  isKontorError,
  KontorAbortError,
  KontorConnectionError,
  KontorTimeoutError,
  type KontorError,
} from './errors.js';
import type { Settings, TryEvent } from './options.js';
import type { PreparedRequest } from './request.js';
import { delayBefore } from './retries.js';

/** Sends a request until a final response or the last attempt. */
export async function send<T>(request: PreparedRequest, settings: Settings): Promise<Answer<T>> {
  const { signal, maxRetries = settings.maxRetries } = request.options;
  let renewed = false;
  for (let attempt = 1; ; attempt += 1) {
    const event: TryEvent = {
      call: request.operation.name,
      method: request.operation.method,
      url: request.url,
      attempt,
    };
    const outcome = await tryOnce<T>(request, settings, event);
    if (!isKontorError(outcome)) return outcome;
    if (outcome.status === 401 && !renewed && (await renew(request, settings))) {
      renewed = true;
      continue;
    }
    const delayMs = attempt <= maxRetries ? delayBefore(attempt, outcome, request) : undefined;
    if (delayMs === undefined) throw outcome;
    await settings.onRetry?.({ ...event, error: outcome, delayMs });
    await pause(delayMs, signal);
  }
}

async function tryOnce<T>(
  request: PreparedRequest,
  settings: Settings,
  event: TryEvent,
): Promise<Answer<T> | KontorError> {
  const headers = new Headers(request.headers);
  await settings.onRequest?.({ ...event, headers });
  const started = performance.now();
  const limit = limitOf(request.options.signal, request.options.timeoutMs ?? settings.timeoutMs);
  let outcome: Answer<T> | KontorError;
  let response: Response | undefined;
  try {
    limit.signal.throwIfAborted();
    // Do not follow redirects: another server would receive the API key.
    response = await settings.fetch(request.url, {
      method: event.method,
      headers,
      body: request.body,
      signal: limit.signal,
      redirect: 'manual',
    });
    outcome = await answerOf<T>(response, request.operation.isStreamed === true);
  } catch (error) {
    outcome = isKontorError(error) ? error : limit.errorOf(error);
  } finally {
    limit.release();
  }
  if (response)
    await settings.onResponse?.({
      ...event,
      status: response.status,
      headers: response.headers,
      durationMs: performance.now() - started,
    });
  return outcome;
}

/** A token can end early. A request with a rejected token has had no effect, so every call can be repeated. */
async function renew({ headers }: PreparedRequest, { accessToken }: Settings): Promise<boolean> {
  const [, rejected] = /^Bearer (.+)$/.exec(headers.get('Authorization') ?? '') ?? [];
  if (typeof accessToken !== 'object' || rejected === undefined) return false;
  headers.set('Authorization', `Bearer ${await accessToken.instead(rejected)}`);
  return true;
}

/** Creates a signal that ends with the signal of the caller or with the timeout. */
function limitOf(caller: AbortSignal | undefined, timeoutMs: number) {
  const controller = new AbortController();
  const abort = () => controller.abort(caller?.reason);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, timeoutMs);
  if (caller?.aborted) abort();
  caller?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    },
    errorOf(error: unknown): KontorError {
      if (caller?.aborted) return new KontorAbortError(caller.reason);
      return late ? new KontorTimeoutError(timeoutMs) : new KontorConnectionError(wordsOf(error), error);
    },
  };
}

// Node hides the reason in `cause`: "fetch failed", caused by "connect ECONNREFUSED".
function wordsOf(error: unknown): string {
  const { cause, message } = (error ?? {}) as { cause?: { message?: string; code?: string }; message?: string };
  return cause?.message || cause?.code || message || String(error);
}

export function pause(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(new KontorAbortError(signal?.reason));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, delayMs);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
  });
}
