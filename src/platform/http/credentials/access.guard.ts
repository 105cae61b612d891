import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import {
  ACCESS_POLICY,
  REQUIRE_RECENT_AUTH,
  ALLOW_DURING_MFA_SETUP,
  requireRecentAuth,
  type AccessPolicy,
} from '../../../kernel/access.js';
import { can, type Actor } from '../../../kernel/actor.js';
import { ForbiddenError } from '../../../kernel/errors.js';
import { requestContext } from '../../../kernel/request-context.js';
import { Authenticator } from './authenticator.js';
import { DeniedPermissions } from './denied-permissions.js';

/** Authenticates and authorizes every request. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly denied: DeniedPermissions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.get<AccessPolicy | undefined>(ACCESS_POLICY, context.getHandler());
    if (!policy) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no access policy`);
    if (policy.kind === 'public') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const actor = await this.authenticator.identify(request, http.getResponse<Response>());
    request.actor = actor;
    const scope = requestContext();
    if (scope) scope.actor = actor;
    if (actor.mustSetUpMfa && !this.says(ALLOW_DURING_MFA_SETUP, context)) throw mfaSetupRequired();
    if (policy.kind === 'can' && !can(actor, policy.permission)) this.deny(policy.permission, actor);
    if (this.says(REQUIRE_RECENT_AUTH, context)) requireRecentAuth(actor);
    return true;
  }

  private says(metadata: string, context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(metadata, context.getHandler()) ?? false;
  }

  private deny(permission: string, actor: Actor): never {
    this.denied.note(actor, permission);
    throw missing(permission, actor);
  }
}

const mfaSetupRequired = (): ForbiddenError =>
  new ForbiddenError('totp-setup-required', 'Set up a second factor first: POST /auth/totp/start.');

function missing(permission: string, actor: Actor): ForbiddenError {
  const credential = actor.kind === 'api-key' ? 'This API key' : 'Your role';
  return new ForbiddenError('permission-missing', `${credential} does not allow ${permission}.`, {
    members: { requiredPermission: permission },
  });
}
