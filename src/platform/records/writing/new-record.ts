import type { Actor } from '../../../kernel/actor.js';

/**
 * Returns the owner of a new record. Without access to all records, the creator becomes the owner to keep access,
 * except if a team is set.
 */
export function ownerOfNew(
  actor: Actor | null,
  { ownerId, teamId }: { readonly ownerId?: string | null; readonly teamId?: string | null },
): string | null {
  if (ownerId !== undefined) return ownerId;
  return actor && actor.recordAccess !== 'all' && !teamId ? actor.userId : null;
}
