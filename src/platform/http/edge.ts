import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/index.js';
import { checkBody, checkEnvelope, FORM_PATH, FORMS, JSON_TYPES, MAX_BODY_BYTES, MAX_FORM_BYTES } from './limits.js';
import { MatchedRoutes } from './matched-routes.js';
import { Overload } from './overload.js';
import { answerNotFound, answerWith } from './problem.filter.js';
import { failureOf } from './problem.js';
import { parseQuery } from './query-parser.js';
import { requestScope } from './request-scope.js';

const EXPOSED = [
  'ETag',
  'Location',
  'Link',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'X-Request-Id',
  'Idempotency-Replayed',
  'Deprecation',
  'Sunset',
  'Content-Disposition',
];

/** Puts the edge in front of the routes, in the order in which a request meets it. */
export function useEdge(app: NestExpressApplication, config: Config): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', config.TRUST_PROXY_HOPS);
  app.set('query parser', parseQuery);
  app.use(requestScope);
  app.use(app.get(Overload).middleware);
  app.use(securityHeaders());
  app.enableCors(sharing(config));
  app.use(checkEnvelope);
  app.use(FORMS, express.urlencoded({ extended: false, limit: MAX_FORM_BYTES, parameterLimit: 100 }));
  app.use(FORMS, express.json({ limit: MAX_FORM_BYTES }));
  app.use(express.json({ limit: MAX_BODY_BYTES, type: JSON_TYPES }));
  app.use(unreadable);
  app.use(checkBody);
}

/** Forms are posted to from pages that they name themselves, without credentials: their route answers for itself. */
function sharing({ CORS_ORIGINS }: Config) {
  const listed = { origin: CORS_ORIGINS, credentials: true, exposedHeaders: EXPOSED, maxAge: 600 };
  return (request: Request, done: (error: Error | null, options: CorsOptions) => void): void =>
    done(null, FORM_PATH.test(request.path) ? { origin: false } : listed);
}

// Swagger UI and the form pages set a policy of their own.
const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });

/** The body parsers' errors, in the words of every other error. Express finds an error handler by its four parameters. */
function unreadable(error: unknown, request: Request, response: Response, _next: NextFunction): void {
  answerWith(failureOf(error), request, response);
}

/** Closes the row of routes: call it once they are all there. */
export const endRoutes = (app: NestExpressApplication): void => void app.use(answerNotFound(app.get(MatchedRoutes)));

/** Requests that Node itself cannot read never reach Express. */
export function answerUnreadable(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
    const code = status === 431 ? 'headers-too-large' : status === 408 ? 'request-timeout' : 'malformed-request';
    const body = JSON.stringify({
      type: `urn:kontor:problem:${code}`,
      title: STATUS_CODES[status],
      status,
      detail: 'The request cannot be read.',
      instance: '/',
      code,
      requestId: 'unknown',
    });
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}
