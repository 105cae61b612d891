import { Logger } from '@nestjs/common';
import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/index.js';
import { bodyParsers, decodingError } from './input/body-parsers.js';
import { checkBody, checkEnvelope, FORM_PATH } from './input/limits.js';
import { MatchedRoutes } from './routes/matched-routes.js';
import { Overload } from './overload/overload.js';
import { answerNotFound, answerUnread } from './problems/problem.filter.js';
import { failureOf } from './problems/problem.js';
import { parseQuery } from './input/query-parser.js';
import { RequestLimits } from './rate-limits/request-limits.js';
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

/**
 * Adds the middleware in front of the routes, in order of execution. `observers` see every request, also rejected
 * requests.
 */
export function useHttpLayer(app: NestExpressApplication, config: Config, observers: readonly RequestHandler[]): void {
  const [routes, overload] = [app.get(MatchedRoutes), app.get(Overload)];
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', config.TRUST_PROXY_HOPS);
  app.set('query parser', parseQuery);
  app.use(requestScope, ...observers);
  app.use(securityHeaders());
  app.enableCors(sharing(config));
  app.use(overload.arrive);
  app.use(app.get(RequestLimits).middleware);
  app.use(answerPreflight);
  app.use('/favicon.ico', answerFavicon);
  app.use(checkEnvelope(routes));
  for (const [path, parser] of bodyParsers()) app.use(path, parser);
  app.use(unreadable(routes));
  app.use(overload.admit);
  app.use(checkBody(routes));
}

/**
 * Web pages post forms without credentials, and each form names its allowed pages. So the form route checks the origin
 * itself. A preflight continues after its headers are set, so that it is counted like other requests.
 */
function sharing({ CORS_ORIGINS }: Config) {
  const listed = {
    origin: CORS_ORIGINS,
    credentials: true,
    exposedHeaders: EXPOSED,
    maxAge: 600,
    preflightContinue: true,
  };
  return (request: Request, done: (error: Error | null, options: CorsOptions) => void): void =>
    done(null, FORM_PATH.test(request.path) ? { origin: false } : listed);
}

function answerPreflight(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'OPTIONS' || FORM_PATH.test(request.path)) return next();
  response.status(204).setHeader('Content-Length', '0').end();
}

/** Answers the icon request of browsers, which would log a 404 for each page. */
function answerFavicon(request: Request, response: Response, next: NextFunction): void {
  if (request.path !== '/' || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
  response.status(204).setHeader('Cache-Control', 'public, max-age=86400').end();
}

// Swagger UI and the form pages set their own policy.
const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });

/** Converts errors of body parsers to problems. Express recognizes an error handler by its four parameters. */
function unreadable(routes: MatchedRoutes) {
  const logger = new Logger('Problem');
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const failure = failureOf(decodingError(error, request));
    if (failure.status >= 500) logger.error({ err: error, code: failure.code, requestId: request.requestId });
    // The server may already have answered a client that was too slow.
    if (!response.headersSent) answerUnread(routes, failure, request, response);
  };
}

/** Answers 404, or 405 if the path exists for other methods. */
export const nothingHere = (app: NestExpressApplication) => answerNotFound(app.get(MatchedRoutes));

/** Adds the 404 handler. Call it after all routes are registered. */
export const endRoutes = (app: NestExpressApplication): void => void app.use(nothingHere(app));
