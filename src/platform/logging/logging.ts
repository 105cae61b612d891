import { createRequire } from 'node:module';
import type { NextFunction, Request, Response } from 'express';
import { PinoLogger, type Params } from 'nestjs-pino';
import type PinoPretty from 'pino-pretty';
import type { PrettyStream } from 'pino-pretty';
import { requestContext } from '../../kernel/request-context.js';
import type { Config } from '../config/index.js';

const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-api-key"]',
  'res.headers["set-cookie"]',
  '*.password',
  '*.currentPassword',
  '*.newPassword',
  '*.secret',
  '*.key',
  '*.token',
  '*.recoveryCode',
];
/** API keys, bearer tokens, webhook secrets, and channel URLs that contain a secret. */
const SECRETS =
  /(kontor_live_[A-Za-z0-9]{10}_)[A-Za-z0-9]+|(Bearer )[\w.~+/-]+=*|(whsec_)[A-Za-z0-9+/=]+|(\/webhooks\/\d+\/)[\w-]+|(\/bot\d+:)[\w-]+|(hooks\.slack\.com\/services\/)[\w/]+|(smtps?:\/\/[^:@/\s]*:)[^@\s]+/g;

/** Fields that the message of a short line already contains, or that only machines read. */
const OUTSIDE_SHORT_LINES = 'pid,hostname,context,requestId,method,path,status,responseTime';

type Line = Readonly<Record<string, unknown>>;

function shortMessage(line: Line): string {
  const { method, path, status, responseTime, msg = '', context } = line;
  if (!method) return context ? `[${context}] ${msg}` : `${msg}`;
  const aborted = msg === 'request aborted' ? ' aborted' : '';
  // A path can contain control characters for the terminal.
  return `${method} ${path} ${status} ${responseTime} ms${aborted}`.replace(/\p{Cc}/gu, '?');
}

function isPretty({ LOG_FORMAT, isProduction }: Config): boolean {
  return LOG_FORMAT === 'auto' ? !isProduction && process.stdout.isTTY : LOG_FORMAT === 'pretty';
}

/** Writes short lines for people. Loaded only when needed: loading takes 0.1 s. */
function shortLines(): PrettyStream {
  const pretty = createRequire(import.meta.url)('pino-pretty') as typeof PinoPretty;
  return pretty({
    colorize: process.stdout.isTTY,
    singleLine: true,
    sync: true,
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: OUTSIDE_SHORT_LINES,
    messageFormat: (line) => shortMessage(line),
  });
}

/** Returns the logger options: lines with the request id, without bodies, query strings or secrets. */
export function logging(config: Config): Params {
  return {
    pinoHttp: {
      ...(isPretty(config) && { stream: shortLines() }),
      level: config.LOG_LEVEL,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths: REDACTED, censor: '[redacted]' },
      mixin: () => {
        const scope = requestContext();
        return scope ? { requestId: scope.requestId } : {};
      },
      hooks: { streamWrite: (line) => line.replace(SECRETS, '$1$2$3$4$5$6$7[redacted]') },
    },
    // The middleware of the library creates two loggers per request, which costs 5 % of a read even without output. The
    // request id comes from the context, and `logRequest` writes the line.
    forRoutes: [],
  };
}

/** Logs one line per request when the response was sent or the caller disconnected: request, status and duration. */
export function logRequest(request: Request, response: Response, next: NextFunction): void {
  if (/^\/(health|metrics)/.test(request.originalUrl)) return next();
  const started = Date.now();
  response.once('close', () => {
    const failed = response.statusCode >= 500;
    const log = PinoLogger.root;
    const level = failed ? 'error' : 'info';
    if (!log.isLevelEnabled(level)) return;
    const line = {
      requestId: request.requestId,
      method: request.method,
      path: request.originalUrl.split('?', 1)[0],
      status: response.statusCode,
      responseTime: Date.now() - started,
    };
    log[level](line, failed ? 'request failed' : response.writableFinished ? 'request completed' : 'request aborted');
  });
  next();
}
