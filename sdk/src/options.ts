import { environment } from './environment.js';
import type { KontorError } from './errors.js';
import type { Version } from './etag.js';
import type { CountMode } from './generated/models.js';
import { withLog, type Logger, type LogLevel } from './log.js';

/** Options of every call. */
export interface RequestOptions {
  /** Ends the call and the wait between attempts, with a KontorAbortError. */
  signal?: AbortSignal | undefined;
  /** Milliseconds per attempt, including the body of the response. */
  timeoutMs?: number | undefined;
  /** Number of retries; 0 for none. */
  maxRetries?: number | undefined;
  /** Additional headers. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** A page of a list. */
export interface PageOptions {
  /** Maximum number of records per page, 1 to 100; default 25. */
  limit?: number | undefined;
  /** `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter. */
  cursor?: string | undefined;
  /** Whether to count all records; `exact` returns a lower bound (`atLeast`) if counting takes too long. */
  count?: CountMode | undefined;
}

export interface IdempotencyOption {
  /** Within 24 hours, calls with the same key and body have one effect and one response. Default: a new key per call. */
  idempotencyKey?: string | undefined;
}

export interface IfMatchOption {
  /** The record as it was read, its version or its ETag. If the record has changed since, the call fails with 412. */
  ifMatch?: Version | undefined;
}

export interface IfNoneMatchOption {
  /** The cached record, its version or its ETag. If the copy is current, the call fails with `not-modified`. */
  ifNoneMatch?: Version | undefined;
}

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Options of `kontor.request()`. */
export interface RawOptions extends RequestOptions {
  query?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as JSON. */
  body?: unknown;
}

type Secret = string | (() => string | Promise<string>);

/** Provides access tokens and replaces rejected tokens: KontorTokens, or your own class. */
export interface TokenSource {
  /** Returns a valid token. */
  get(): string | Promise<string>;
  /** Returns a new token for a rejected token. Called once per call. */
  instead(rejected: string): string | Promise<string>;
}

/** An attempt, for the hooks. */
export interface TryEvent {
  /** `leads.list` */
  readonly call: string;
  readonly method: string;
  readonly url: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

export interface KontorOptions {
  /** The address of Kontor: `https://crm.example.com`. Default: the environment variable `KONTOR_URL`. */
  baseUrl?: string | undefined;
  /**
   * An API key, or a function that returns one; called for every call. Default: the environment variable
   * `KONTOR_API_KEY`. Null for calls without a credential, such as a sign-in.
   */
  apiKey?: Secret | null | undefined;
  /** An access token instead of an API key, or an object that provides tokens. */
  accessToken?: Secret | TokenSource | undefined;
  /** Another `fetch`, for a proxy, a test or a runtime. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Milliseconds per attempt. Default: 30 s. */
  timeoutMs?: number | undefined;
  /** Number of retries. Default: 2. */
  maxRetries?: number | undefined;
  /** Headers of every call. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Lines for each attempt, without headers and bodies. Default: the environment variable `KONTOR_LOG_LEVEL`, or `off`. */
  logLevel?: LogLevel | undefined;
  /** Receives the log lines. Default: the console. */
  logger?: Logger | undefined;
  /** Called before each attempt. The hook may change the headers. */
  onRequest?: ((event: TryEvent & { readonly headers: Headers }) => void | Promise<void>) | undefined;
  /** Called after each response, with any status. */
  onResponse?:
    | ((
        event: TryEvent & { readonly status: number; readonly headers: Headers; readonly durationMs: number },
      ) => void | Promise<void>)
    | undefined;
  /** Called before the wait for a retry. */
  onRetry?:
    ((event: TryEvent & { readonly error: KontorError; readonly delayMs: number }) => void | Promise<void>) | undefined;
}

/** Options with all defaults set. */
export interface Settings extends Omit<KontorOptions, 'apiKey'> {
  readonly baseUrl: string;
  readonly apiKey: Secret | undefined;
  readonly fetch: NonNullable<KontorOptions['fetch']>;
  readonly timeoutMs: number;
  readonly maxRetries: number;
}

export function settingsOf(options: KontorOptions): Settings {
  const baseUrl = options.baseUrl ?? environment('KONTOR_URL');
  if (baseUrl === undefined) throw new TypeError('Kontor needs baseUrl, or KONTOR_URL in the environment.');
  const { protocol } = new URL(baseUrl);
  if (!/^https?:$/.test(protocol)) throw new TypeError('baseUrl must begin with https:// or http://.');
  return {
    ...options,
    ...withLog(options),
    apiKey: apiKeyOf(options),
    // Users paste the address with the path prefix, which every path already has.
    baseUrl: baseUrl.replace(/(\/api\/v1)?\/*$/, ''),
    // Browsers require `fetch` to be called with the global object as `this`.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeoutMs: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 2,
  };
}

function apiKeyOf({ apiKey, accessToken, headers = {} }: KontorOptions): Secret | undefined {
  if (apiKey === null || accessToken !== undefined) return apiKey ?? undefined;
  const key = apiKey ?? environment('KONTOR_API_KEY');
  const hasOwn = Object.keys(headers).some((name) => /^(x-api-key|authorization|cookie)$/i.test(name));
  if (!key && !hasOwn)
    throw new TypeError(
      'Kontor needs an apiKey, an accessToken, or KONTOR_API_KEY in the environment; use `apiKey: null` for none.',
    );
  return key || undefined;
}
