import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { BadRequest } from '../../kernel/errors.js';
import { LOCATION } from '../../kernel/returns.js';
import { answerWithin } from './answer.js';

interface Traits {
  readonly takesQuery: boolean;
  readonly takesBody: boolean;
  /** The collection that a made record lies in, for `Location`. */
  readonly location: string | undefined;
}

// RouteParamtypes of Nest, whose enum is not exported: body 3, query 4.
const BODY = '3';
const QUERY = '4';

/** Strict input: what a route does not read at all is refused. Routes that do read are held to their classes by the pipe. */
@Injectable()
export class InputGuard implements CanActivate {
  private readonly traits = new WeakMap<object, Traits>();

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const traits = this.traitsOf(context);
    refuseStrayInput(request, traits);
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
      location: this.reflector.get<string | undefined>(LOCATION, handler),
    };
    this.traits.set(handler, traits);
    return traits;
  }
}

function refuseStrayInput(request: Request, { takesQuery, takesBody }: Traits): void {
  const parameter = takesQuery ? undefined : Object.keys(request.query)[0];
  if (parameter !== undefined) {
    throw new BadRequest('unknown-parameter', 'This route takes no parameters.', {
      errors: [
        {
          parameter: parameter.slice(0, 100),
          code: 'unknown-parameter',
          detail: `${parameter.slice(0, 100)} is not known here`,
        },
      ],
    });
  }
  const field = takesBody ? undefined : Object.keys((request.body as object | undefined) ?? {})[0];
  if (field !== undefined) {
    throw new BadRequest('unknown-field', 'This route takes no body.', {
      errors: [{ pointer: '#', code: 'unknown-field', detail: 'this route takes no body' }],
    });
  }
}
