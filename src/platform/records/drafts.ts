import type { Actor } from '../../kernel/actor.js';

/** Whose a new record is. Who sees only some records would lose sight of what they just made; what is made for a team is not one's own. */
export function ownerOfNew(
  actor: Actor | null,
  { ownerId, teamId }: { readonly ownerId?: string | null; readonly teamId?: string | null },
): string | null {
  if (ownerId !== undefined) return ownerId;
  return actor && actor.recordAccess !== 'all' && !teamId ? actor.userId : null;
}

/** A view as a row of its table. */
export const rowFrom = <N extends string>(
  columns: Readonly<Record<N, string>>,
  view: Readonly<Record<NoInfer<N>, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries<string>(columns).map(([name, column]) => [column, view[name as N]]));
