import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { BadRequestError } from '../../../kernel/errors.js';
import { takesIdempotencyKey } from '../../../kernel/routes/idempotent.js';
import { LOCATION } from '../../../kernel/routes/returns.js';
import { answerWithin } from '../answers/answer.js';

interface Traits {
  readonly takesQuery: boolean;
  readonly takesBody: boolean;
  readonly takesKey: boolean;
  /** The collection of the created record, for `Location`. */
  readonly location: string | undefined;
}

// Values of `RouteParamtypes` of Nest, which is not exported: body 3, query 4.
const BODY = '3';
const QUERY = '4';

/** Rejects input that the route does not read. The pipe validates the input that the route reads. */
@Injectable()
export class InputGuard implements CanActivate {
  private readonly traits = new WeakMap<object, Traits>();

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const traits = this.traitsOf(context);
    if (!traits.takesKey && request.headers['idempotency-key'] !== undefined) throw keyNotSupported();
    if (request.url.includes('%00')) requireStorable(request.params);
    rejectStrayInput(request, traits);
    if (request.actor) response.setHeader('Cache-Control', 'private, no-store');
    if (traits.location !== undefined) answerWithin(response, traits.location);
    return true;
  }

  private traitsOf(context: ExecutionContext): Traits {
    const handler = context.getHandler();
    const known = this.traits.get(handler);
    if (known) return known;
    const route = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ?? {}) as Record<
      string,
      unknown
    >;
    const kinds = Object.keys(route).map((key) => key.split(':', 1)[0]);
    const traits: Traits = {
      takesQuery: kinds.includes(QUERY),
      takesBody: kinds.includes(BODY),
      takesKey: takesIdempotencyKey(handler),
      location: this.reflector.get<string | undefined>(LOCATION, handler),
    };
    this.traits.set(handler, traits);
    return traits;
  }
}

// PostgreSQL cannot store or compare a text with NUL.
function requireStorable(parameters: Request['params']): void {
  const wrong = Object.entries(parameters).find(([, value]) => String(value).includes('\u0000'));
  if (!wrong) return;
  throw new BadRequestError('invalid-parameter', `The ${wrong[0]} in the path contains a NUL character.`, {
    errors: [{ parameter: wrong[0], code: 'nul', detail: `${wrong[0]} must not contain a NUL character` }],
  });
}

function rejectStrayInput(request: Request, { takesQuery, takesBody }: Traits): void {
  const parameter = takesQuery ? undefined : Object.keys(request.query)[0];
  if (parameter !== undefined) {
    throw new BadRequestError('unknown-parameter', 'This operation has no parameters.', {
      errors: [
        {
          parameter: parameter.slice(0, 100),
          code: 'unknown-parameter',
          detail: `${parameter.slice(0, 100)} is unknown`,
        },
      ],
    });
  }
  const field = takesBody ? undefined : Object.keys((request.body as object | undefined) ?? {})[0];
  if (field !== undefined) {
    throw new BadRequestError('unknown-field', 'This operation has no body.', {
      errors: [{ pointer: '#', code: 'unknown-field', detail: 'this operation has no body' }],
    });
  }
}

// A client that sends a key expects one effect. Ignoring the key would break this expectation without a message.
const keyNotSupported = (): BadRequestError =>
  new BadRequestError('idempotency-key-not-supported', 'This operation does not support Idempotency-Key.', {
    errors: [{ header: 'Idempotency-Key', code: 'not-supported', detail: 'send the request without this header' }],
  });
