import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from './actor.js';
import { Forbidden } from './errors.js';

/** `resource:action`, for example `leads:update`. */
export type Permission = `${string}:${string}`;

/** What a route asks of its caller; a route without a policy does not start (house test). */
export type AccessPolicy =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'can'; readonly permission: Permission };

export const ACCESS_POLICY = 'kontor:access-policy';

const policy = (value: AccessPolicy) => SetMetadata(ACCESS_POLICY, value);
const credentials = () => applyDecorators(ApiSecurity('apiKey'), ApiSecurity('session'), ApiSecurity('bearer'));

/** Only for callers that hold this permission. */
export const Can = (permission: Permission) =>
  applyDecorators(
    policy({ kind: 'can', permission }),
    ApiExtension('x-required-permission', permission),
    credentials(),
  );

/** For every caller that is signed in, whatever the roles: one's own session, one's own password. */
export const SignedIn = () => applyDecorators(policy({ kind: 'signed-in' }), credentials());

export const FRESH_PASSWORD = 'kontor:fresh-password';
/** How long a proven password counts as fresh, in milliseconds. */
export const FRESH_FOR_MS = 10 * 60_000;

/** Whoever came with a session must have proven their password within ten minutes (`POST /auth/step-up`); API keys are bound by their scopes alone. */
export const FreshPassword = () =>
  applyDecorators(SetMetadata(FRESH_PASSWORD, true), ApiExtension('x-fresh-password', true));

/** The same where only some of what a route takes is dangerous. */
export function requireFreshPassword({ kind, provenAt = 0 }: Actor): void {
  if (kind === 'api-key' || kind === 'system' || provenAt > Date.now() - FRESH_FOR_MS) return;
  throw new Forbidden(
    'reauthentication-required',
    'This asks for a password that was proven within the last ten minutes: POST /auth/step-up, and try again.',
  );
}

export const OPEN_WHILE_CONFINED = 'kontor:open-while-confined';

/** Also for those who must set up a second factor before anything else. */
export const OpenWhileConfined = () => SetMetadata(OPEN_WHILE_CONFINED, true);

/** For everybody, without a credential. */
export const Public = () => applyDecorators(policy({ kind: 'public' }), ApiExtension('x-public', true));

declare module 'express-serve-static-core' {
  interface Request {
    actor?: Actor;
  }
}

/** The caller. Only on routes with `@Can` or `@SignedIn`. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<Request>().actor;
  if (!actor) throw new Error('@Me() on a public route');
  return actor;
});
