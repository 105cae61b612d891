import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from './actor.js';
import { ForbiddenError } from './errors.js';

/** Has the form `resource:action`, for example `leads:update`. */
export type Permission = `${string}:${string}`;

/** The access rule of a route. `test/document.spec.ts` rejects a route without a policy. */
export type AccessPolicy =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'can'; readonly permission: Permission };

export const ACCESS_POLICY = 'kontor:access-policy';

const policy = (value: AccessPolicy) => SetMetadata(ACCESS_POLICY, value);
const credentials = () => applyDecorators(ApiSecurity('apiKey'), ApiSecurity('session'), ApiSecurity('bearer'));

/** Allows only callers with this permission. */
export const Can = (permission: Permission) =>
  applyDecorators(
    policy({ kind: 'can', permission }),
    ApiExtension('x-required-permission', permission),
    credentials(),
  );

/** Allows every signed-in caller, whatever the roles: for the caller's own session or password. */
export const SignedIn = () => applyDecorators(policy({ kind: 'signed-in' }), credentials());

/**
 * Allows every person who is signed in. The service rejects API keys, because a leaked key must not change sessions or
 * passwords.
 */
export const SignedInPerson = () =>
  applyDecorators(policy({ kind: 'signed-in' }), ApiSecurity('session'), ApiSecurity('bearer'));

export const REQUIRE_RECENT_AUTH = 'kontor:recent-auth';
/** Milliseconds for which a checked password counts as recent. */
export const RECENT_AUTH_MS = 10 * 60_000;

/**
 * Requires that the session checked the password within the last ten minutes (`POST /auth/step-up`). API keys are
 * limited only by their scopes.
 */
export const RequireRecentAuth = () =>
  applyDecorators(SetMetadata(REQUIRE_RECENT_AUTH, true), ApiExtension('x-requires-recent-auth', true));

/** Returns whether the session checked its password, and a second factor if set up, within the last ten minutes. */
export const hasRecentAuth = ({ provenAt = 0 }: Actor): boolean => provenAt > Date.now() - RECENT_AUTH_MS;

/** Does the same as `@RequireRecentAuth`, for routes where only some fields are sensitive. */
export function requireRecentAuth(actor: Actor): void {
  if (actor.kind === 'api-key' || actor.kind === 'system' || hasRecentAuth(actor)) return;
  throw new ForbiddenError(
    'reauthentication-required',
    'This operation needs a password confirmation within the last ten minutes. Send POST /auth/step-up and try again.',
  );
}

export const ALLOW_DURING_MFA_SETUP = 'kontor:allow-during-mfa-setup';

/** Also allows users who must set up a second factor first. */
export const AllowDuringMfaSetup = () => SetMetadata(ALLOW_DURING_MFA_SETUP, true);

/** Allows every caller, without a credential. */
export const Public = () => applyDecorators(policy({ kind: 'public' }), ApiExtension('x-public', true));

declare module 'express-serve-static-core' {
  interface Request {
    actor?: Actor;
  }
}

/** Injects the caller. Works only on routes with `@Can` or `@SignedIn`. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<Request>().actor;
  if (!actor) throw new Error('@Me() on a public route');
  return actor;
});
