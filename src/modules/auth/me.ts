import type { Actor } from '../../kernel/actor.js';
import { Forbidden } from '../../kernel/errors.js';
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
  mustSetUpTotp: actor.isConfined ?? false,
});

/** Sessions and passwords are a person's own affair: a leaked API key must not reach them. */
export function requireSession(actor: Actor): string {
  if (!actor.sessionId)
    throw new Forbidden(
      'session-required',
      'Only somebody who has signed in with a password may do this; an API key may not.',
    );
  return actor.sessionId;
}

/** On a public route nobody has said yet whose deed it is: events, logs and audit ask the request for it. */
export function actAs(actor: Actor): void {
  const scope = requestContext();
  if (scope) scope.actor = actor;
}
