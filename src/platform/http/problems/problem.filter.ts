import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Express, Request, Response } from 'express';
import { NotFoundError } from '../../../kernel/errors.js';
import { MatchedRoutes } from '../routes/matched-routes.js';
import { failureOf, problemOf, type Failure } from './problem.js';

/** Converts every thrown error to a problem, without SQL, file names or versions. */
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
      request,
      response,
    );
  }
}

// `request.path` lacks the prefix in a handler that is mounted at a prefix.
const pathOf = (request: Request): string => request.originalUrl.split('?', 1)[0] ?? '/';

/** A route that itself answers 404, as metrics without a token, does not become 405. */
function notAllowedOr(failure: Failure, allowed: readonly string[], { method }: Request, response: Response): Failure {
  if (allowed.length === 0 || allowed.includes(method === 'HEAD' ? 'GET' : method)) return failure;
  response.setHeader('Allow', allowed.join(', '));
  return { status: 405, code: 'method-not-allowed', detail: `This path supports ${allowed.join(', ')}.`, extras: {} };
}

/** Answers addresses outside the API, which Nest leaves to Express. */
export const answerNotFound =
  (routes: MatchedRoutes) =>
  (request: Request, response: Response): void => {
    const nothing = failureOf(new NotFoundError('route-not-found', 'This path does not exist.'));
    answerWith(
      notAllowedOr(nothing, routes.methodsAt(request.app as Express, pathOf(request)), request, response),
      request,
      response,
    );
  };

/** Rejects a request with an invalid body. If the path does not exist for this method, answers 404 or 405 instead. */
export function answerUnread(routes: MatchedRoutes, failure: Failure, request: Request, response: Response): void {
  if (routes.methodsAt(request.app as Express, pathOf(request)).includes(request.method))
    return answerWith(failure, request, response);
  answerNotFound(routes)(request, response);
}

/** Sends a problem. Also for middleware, which runs before the filters of Nest. */
export function answerWith(failure: Failure, request: Request, response: Response): void {
  const body = problemOf(failure, pathOf(request).slice(0, 500), request.requestId ?? 'unknown');
  if (failure.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="kontor", ApiKey realm="kontor"');
  if (failure.extras.retryAfter !== undefined) response.setHeader('Retry-After', String(failure.extras.retryAfter));
  response.setHeader('Cache-Control', 'no-store');
  response.status(failure.status).type('application/problem+json').send(JSON.stringify(body));
}
