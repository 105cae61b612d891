import { environment } from './environment.js';
import type { KontorOptions, TryEvent } from './options.js';

export const LOG_LEVELS = ['off', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type Logger = Pick<Console, 'error' | 'warn' | 'info' | 'debug'>;

type HookName = 'onRequest' | 'onResponse' | 'onRetry';
type Hooks = { readonly [Name in HookName]: NonNullable<KontorOptions[Name]> };

// The query can contain personal data, so only the path is logged.
const lineOf = ({ call, method, url, attempt }: TryEvent): string =>
  `kontor ${call}: ${method} ${new URL(url).pathname}, attempt ${attempt}`;

/** Adds log lines to the hooks of the caller. Headers and bodies are never logged. */
export function withLog(options: KontorOptions): Hooks {
  const level = options.logLevel ?? environment('KONTOR_LOG_LEVEL') ?? 'off';
  const rank = LOG_LEVELS.indexOf(level as LogLevel);
  if (rank < 0) throw new TypeError(`logLevel must be one of ${LOG_LEVELS.join(', ')}.`);
  const { logger = console } = options;
  const log = (at: Exclude<LogLevel, 'off'>, text: () => string): void => {
    if (rank >= LOG_LEVELS.indexOf(at)) logger[at](text());
  };
  return {
    onRequest: (event) => {
      log('debug', () => lineOf(event));
      return options.onRequest?.(event);
    },
    onResponse: (event) => {
      log(
        event.status >= 500 ? 'error' : 'info',
        () => `${lineOf(event)}: ${event.status} in ${Math.round(event.durationMs)} ms`,
      );
      return options.onResponse?.(event);
    },
    onRetry: (event) => {
      log('warn', () => `${lineOf(event)}: ${event.error.code}, again in ${Math.round(event.delayMs)} ms`);
      return options.onRetry?.(event);
    },
  };
}
