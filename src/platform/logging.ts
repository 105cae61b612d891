import type { NextFunction, Request, Response } from 'express';
import { PinoLogger, type Params } from 'nestjs-pino';
import { requestContext } from '../kernel/request-context.js';
import type { Config } from './config/index.js';

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
/** Our keys, bearer tokens, webhook secrets, and the addresses of chats that hold their own secret, wherever they stand in a line. */
const SECRETS =
  /(kontor_live_[A-Za-z0-9]{10}_)[A-Za-z0-9]+|(Bearer )[\w.~+/-]+=*|(whsec_)[A-Za-z0-9+/=]+|(\/webhooks\/\d+\/)[\w-]+|(\/bot\d+:)[\w-]+|(hooks\.slack\.com\/services\/)[\w/]+|(smtps?:\/\/[^:@/\s]*:)[^@\s]+/g;

/** JSON lines with the request's id; no bodies, no query strings, no secrets. */
export function logging(config: Config): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths: REDACTED, censor: '[redacted]' },
      mixin: () => {
        const scope = requestContext();
        return scope ? { requestId: scope.requestId } : {};
      },
      hooks: { streamWrite: (line) => line.replace(SECRETS, '$1$2$3$4$5$6$7[redacted]') },
    },
    // Its own middleware makes two loggers for every request, which a twentieth of a read goes into even where no line is
    // written. The request's id comes from the context instead, and the one line a request from below.
    forRoutes: [],
  };
}

/** One line a request, when its answer has gone out or its caller has: what was asked, how it ended, how long it took. */
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
