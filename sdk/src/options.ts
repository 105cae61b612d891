import type { KontorError } from './errors';

/** What every call takes besides its own parameters. */
export interface RequestOptions {
  /** Ends the call, the wait between tries included, with a KontorAbortError. */
  signal?: AbortSignal | undefined;
  /** For each try, the body of the answer included. */
  timeoutMs?: number;
  /** How often a call is tried again; 0 for never. */
  maxRetries?: number;
  /** Further headers. */
  headers?: Readonly<Record<string, string>>;
}

type Secret = string | (() => string | Promise<string>);

/** What gives access tokens and exchanges those that are refused: KontorTokens, or one of your own. */
export interface TokenSource {
  /** A token that is good for a while. */
  get(): string | Promise<string>;
  /** Another one in place of a token that was refused. A call asks for it once. */
  instead(refused: string): string | Promise<string>;
}

/** A try, as the hooks see it. */
export interface TryEvent {
  /** `leads.list` */
  readonly call: string;
  readonly method: string;
  readonly url: string;
  /** 1 for the first try. */
  readonly attempt: number;
}

export interface KontorOptions {
  /** Where Kontor is: `https://crm.example.com`. */
  baseUrl: string;
  /** An API key, or where to get it from: asked for with every call. */
  apiKey?: Secret | undefined;
  /** An access token instead of a key, or where to get it from. */
  accessToken?: Secret | TokenSource | undefined;
  /** Another fetch: a proxy, a test, a runtime's own. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** For each try; 30 s when left out. */
  timeoutMs?: number;
  /** How often a call is tried again; 2 when left out. */
  maxRetries?: number;
  /** Headers for every call. */
  headers?: Readonly<Record<string, string>>;
  /** Before each try. The headers may be changed. */
  onRequest?: (event: TryEvent & { readonly headers: Headers }) => void | Promise<void>;
  /** After each answer, whatever its status. */
  onResponse?: (
    event: TryEvent & { readonly status: number; readonly headers: Headers; readonly durationMs: number },
  ) => void | Promise<void>;
  /** Before the wait that comes before another try. */
  onRetry?: (event: TryEvent & { readonly error: KontorError; readonly delayMs: number }) => void | Promise<void>;
}

/** Options with everything filled in. */
export type Settings = KontorOptions & Required<Pick<KontorOptions, 'fetch' | 'timeoutMs' | 'maxRetries'>>;

export function settingsOf(options: KontorOptions): Settings {
  const { protocol } = new URL(options.baseUrl);
  if (!/^https?:$/.test(protocol)) throw new TypeError('baseUrl must begin with https:// or http://.');
  return {
    ...options,
    // People paste the address with the prefix that the paths bring along.
    baseUrl: options.baseUrl.replace(/(\/api\/v1)?\/*$/, ''),
    // Browsers want fetch called on its own global.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeoutMs: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 2,
  };
}
