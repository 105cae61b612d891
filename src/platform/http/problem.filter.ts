import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Express, Request, Response } from 'express';
import { NotFound } from '../../kernel/errors.js';
import { MatchedRoutes } from './matched-routes.js';
import { failureOf, problemOf, type Failure } from './problem.js';

/** Every throw ends here: one shape for every failing path, and nothing of SQL, files or versions in it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly routes: MatchedRoutes,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const failure = this.orMethodNotAllowed(failureOf(error), request, response);
    if (failure.status >= 500) this.logger.error({ err: error, code: failure.code, requestId: request.requestId });
    if (response.headersSent) {
      response.end();
      return;
    }
    answerWith(failure, request, response);
  }

  private orMethodNotAllowed(failure: Failure, request: Request, response: Response): Failure {
    if (failure.code !== 'route-not-found') return failure;
    return notAllowedOr(
      failure,
      this.routes.methodsAt(this.adapter.httpAdapter.getInstance(), pathOf(request)),
      response,
    );
  }
}

// Not `request.path`: a handler mounted at a prefix sees that without the prefix.
const pathOf = (request: Request): string => request.originalUrl.split('?', 1)[0] ?? '/';

function notAllowedOr(failure: Failure, allowed: readonly string[], response: Response): Failure {
  if (allowed.length === 0) return failure;
  response.setHeader('Allow', allowed.join(', '));
  return { status: 405, code: 'method-not-allowed', detail: `This address answers ${allowed.join(', ')}.`, extras: {} };
}

/** Behind all routes, for addresses outside of the API, which Nest leaves to Express. */
export const answerNotFound =
  (routes: MatchedRoutes) =>
  (request: Request, response: Response): void => {
    const nothing = failureOf(new NotFound('route-not-found', 'There is nothing at this address.'));
    answerWith(
      notAllowedOr(nothing, routes.methodsAt(request.app as Express, pathOf(request)), response),
      request,
      response,
    );
  };

/** Also for middleware, which runs before Nest's filters. */
export function answerWith(failure: Failure, request: Request, response: Response): void {
  const body = problemOf(failure, pathOf(request).slice(0, 500), request.requestId ?? 'unknown');
  if (failure.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="kontor", ApiKey realm="kontor"');
  if (failure.extras.retryAfter !== undefined) response.setHeader('Retry-After', String(failure.extras.retryAfter));
  response.setHeader('Cache-Control', 'no-store');
  response.status(failure.status).type('application/problem+json').send(JSON.stringify(body));
}
