import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { firstValueFrom, from, map, type Observable } from 'rxjs';
import { BadRequest } from '../../kernel/errors.js';
import { IDEMPOTENCY } from '../../kernel/idempotent.js';
import { LOCATION } from '../../kernel/returns.js';
import { answerAs } from './answer.adapter.js';
import { Idempotency } from './idempotency.js';

interface Traits {
  readonly takesQuery: boolean;
  readonly takesBody: boolean;
  readonly idempotency: 'none' | 'steps' | 'at-once';
  /** The collection that a made record lies in, for `Location`. */
  readonly location: string | undefined;
}

// RouteParamtypes of Nest, whose enum is not exported: body 3, query 4.
const BODY = '3';
const QUERY = '4';

/** What all answers have in common: strict input, ETags, `Location`, and one effect for one `Idempotency-Key`. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  private readonly traits = new WeakMap<object, Traits>();

  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const traits = this.traitsOf(context);
    refuseStrayInput(request, traits);
    if (request.actor) response.setHeader('Cache-Control', 'private, no-store');
    const handle = () => next.handle().pipe(map((body: unknown) => finish(body, request, response, traits)));
    if (request.method !== 'POST' || request.headers['idempotency-key'] === undefined || traits.idempotency === 'none') return handle();
    const steps = traits.idempotency === 'steps';
    return from(this.idempotency.run(request, response, () => firstValueFrom(handle(), { defaultValue: undefined }), steps));
  }

  private traitsOf(context: ExecutionContext): Traits {
    const handler = context.getHandler();
    const known = this.traits.get(handler);
    if (known) return known;
    const route = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ?? {}) as Record<string, unknown>;
    const kinds = Object.keys(route).map((key) => key.split(':', 1)[0]);
    const traits: Traits = {
      takesQuery: kinds.includes(QUERY),
      takesBody: kinds.includes(BODY),
      idempotency: this.reflector.get<Traits['idempotency'] | undefined>(IDEMPOTENCY, handler) ?? 'at-once',
      location: this.reflector.get<string | undefined>(LOCATION, handler),
    };
    this.traits.set(handler, traits);
    return traits;
  }
}

function refuseStrayInput(request: Request, { takesQuery, takesBody }: Traits): void {
  const parameter = takesQuery ? undefined : Object.keys(request.query)[0];
  if (parameter !== undefined) {
    throw new BadRequest('unknown-parameter', 'This route takes no parameters.', { errors: [{ parameter: parameter.slice(0, 100), code: 'unknown-parameter', detail: `${parameter.slice(0, 100)} is not known here` }] });
  }
  const field = takesBody ? undefined : Object.keys((request.body as object | undefined) ?? {})[0];
  if (field !== undefined) {
    throw new BadRequest('unknown-field', 'This route takes no body.', { errors: [{ pointer: '#', code: 'unknown-field', detail: 'this route takes no body' }] });
  }
}

interface Single {
  readonly id?: unknown;
  readonly version?: unknown;
}

function finish(body: unknown, request: Request, response: Response, { location }: Traits): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const { id, version } = body as Single;
  if (location !== undefined && response.statusCode < 300 && typeof id === 'string') response.setHeader('Location', `/api/v1/${location}/${id}`);
  // Included records change without their host's version, so such an answer has no tag.
  if (typeof version !== 'number' || request.query['include'] !== undefined) return body;
  const tag = `"${version}"`;
  response.setHeader('ETag', tag);
  if (request.method !== 'GET' || !matchesTag(request.headers['if-none-match'], tag)) return body;
  answerAs(response, 304);
  return undefined;
}

// If-None-Match compares weakly (RFC 9110, 13.1.2).
const matchesTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag));
