import type { Actor } from '../../kernel/actor.js';
import { ForbiddenError } from '../../kernel/errors.js';
import { requestContext } from '../../kernel/request-context.js';
import type { MeView } from './auth.dto.js';

export const meView = (actor: Actor): MeView => ({
  id: actor.userId,
  email: actor.email,
  name: actor.name,
  teamId: actor.teamId,
  recordAccess: actor.recordAccess,
  permissions: [...actor.permissions].sort(),
  credential: actor.kind === 'system' ? 'session' : actor.kind,
  sessionId: actor.sessionId ?? null,
  apiKeyId: actor.apiKeyId ?? null,
  mustSetUpTotp: actor.mustSetUpMfa ?? false,
});

/** Returns the session id. Rejects API keys: a leaked key must not change sessions or passwords. */
export function requireSession(actor: Actor): string {
  if (!actor.sessionId)
    throw new ForbiddenError(
      'session-required',
      'This operation needs a sign-in with a password; API keys are not accepted.',
    );
  return actor.sessionId;
}

/**
 * Sets the actor of a request to a public route. Events, security log and audit log read the actor from the request.
 */
export function actAs(actor: Actor): void {
  const scope = requestContext();
  if (scope) scope.actor = actor;
}
