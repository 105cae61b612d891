import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import passport from 'passport';
import {
  ACCESS_POLICY,
  FRESH_PASSWORD,
  OPEN_WHILE_CONFINED,
  requireFreshPassword,
  type AccessPolicy,
} from '../../kernel/access.js';
import { may, type Actor } from '../../kernel/actor.js';
import { Forbidden, Unauthorized } from '../../kernel/errors.js';
import { requestContext } from '../../kernel/request-context.js';
import { AddressLimit } from './rate-limit.guard.js';
import { Refusals } from './refusals.js';

/** Who is it, and may they: the one guard of every route. Strategies are found by name, so it knows no module. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly addresses: AddressLimit,
    private readonly refusals: Refusals,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.get<AccessPolicy | undefined>(ACCESS_POLICY, context.getHandler());
    if (!policy) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no access policy`);
    if (policy.kind === 'public') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const actor = await this.identify(request, http.getResponse<Response>());
    request.actor = actor;
    const scope = requestContext();
    if (scope) scope.actor = actor;
    if (actor.isConfined && !this.says(OPEN_WHILE_CONFINED, context)) throw confined();
    if (policy.kind === 'can' && !may(actor, policy.permission)) this.refuse(policy.permission, actor);
    if (this.says(FRESH_PASSWORD, context)) requireFreshPassword(actor);
    return true;
  }

  private says(metadata: string, context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(metadata, context.getHandler()) ?? false;
  }

  private refuse(permission: string, actor: Actor): never {
    this.refusals.note(actor, permission);
    throw missing(permission, actor);
  }

  private async identify(request: Request, response: Response): Promise<Actor> {
    try {
      return await authenticate(request, response);
    } catch (error) {
      if (error instanceof Unauthorized) await this.addresses.count(request);
      throw error;
    }
  }
}

/** What a program sends decides alone: where it is bad, it never falls back to the cookie that a browser adds. */
function strategyFor({ headers }: Request): string {
  const bearer = /^bearer(\s|$)/i.test(headers.authorization ?? '');
  if (headers['x-api-key'] === undefined) return bearer ? 'bearer' : 'session';
  if (bearer) throw new Unauthorized('several-credentials', 'Send an API key or an access token, not both.');
  return 'headerapikey';
}

function authenticate(request: Request, response: Response): Promise<Actor> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, actor?: Actor | false | null) => {
      if (error) reject(error as Error);
      else if (actor) resolve(actor);
      else
        reject(
          new Unauthorized(
            'not-signed-in',
            'Sign in, or send an API key in X-API-Key or an access token in Authorization.',
          ),
        );
    };
    const middleware = passport.authenticate(strategyFor(request), { session: false }, done) as (
      request: Request,
      response: Response,
      next: (error?: unknown) => void,
    ) => void;
    middleware(request, response, reject);
  });
}

const confined = (): Forbidden =>
  new Forbidden('totp-setup-required', 'Set up a second factor first: POST /auth/totp/start.');

function missing(permission: string, actor: Actor): Forbidden {
  const holder = actor.kind === 'api-key' ? 'This API key' : 'Your role';
  return new Forbidden('permission-missing', `${holder} does not allow ${permission}.`, {
    members: { requiredPermission: permission },
  });
}
