import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';

/** The ids of a team's members, as a subquery. */
export const membersOf = (teamId: string | null): RawBuilder<unknown> => sql`(select member.id from users member where member.team_id = ${teamId}::uuid)`;

/**
 * Which records an actor sees, by their owner: the one rule that every read of owned records passes.
 * `null` is the system itself. Nobody's records are seen by those who see all.
 */
export function visibleTo(actor: Pick<Actor, 'userId' | 'teamId' | 'recordAccess'> | null, owner: RawBuilder<unknown>): RawBuilder<unknown>[] {
  if (!actor || actor.recordAccess === 'all') return [];
  if (actor.recordAccess === 'team' && actor.teamId) return [sql`(${owner} = ${actor.userId}::uuid or ${owner} in ${membersOf(actor.teamId)})`];
  return [sql`${owner} = ${actor.userId}::uuid`];
}

/** Names the form of what `visibleTo` gives, for texts that are kept by their shape: the ids are its values. */
export const reachOf = (actor: Actor | null): 'all' | 'team' | 'own' => {
  if (!actor || actor.recordAccess === 'all') return 'all';
  return actor.recordAccess === 'team' && actor.teamId ? 'team' : 'own';
};
