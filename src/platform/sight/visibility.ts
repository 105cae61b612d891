import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';

/** What of an actor decides whose records they see. */
export type Seer = Pick<Actor, 'userId' | 'teamId' | 'recordAccess'>;

/** The columns by which a record belongs to somebody. The database keeps a record that has an owner in its owner's team. */
export interface Belonging {
  readonly owner: RawBuilder<unknown>;
  readonly team: RawBuilder<unknown>;
}

/** The ids of a team's members, as a subquery. */
export const membersOf = (teamId: string | null): RawBuilder<unknown> =>
  sql`(select member.id from users member where member.team_id = ${teamId}::uuid)`;

/** How far an actor sees, and the name of the form of what `visibleTo` gives: for texts that are kept by their shape. Without a team, a team's reach is one's own. */
export const reachOf = (actor: Seer | null): 'all' | 'team' | 'own' => {
  if (!actor || actor.recordAccess === 'all') return 'all';
  return actor.recordAccess === 'team' && actor.teamId ? 'team' : 'own';
};

/**
 * Which records an actor sees: the one rule that every read of owned records passes. `null` is the system itself.
 * One column each, never an `or` of two, so that a list walks one index; one's own records are in one's team.
 */
export function visibleTo(actor: Seer | null, { owner, team }: Belonging): RawBuilder<unknown>[] {
  const reach = reachOf(actor);
  if (!actor || reach === 'all') return [];
  return reach === 'team' ? [sql`${team} = ${actor.teamId}::uuid`] : [sql`${owner} = ${actor.userId}::uuid`];
}

/** The same for counts, which are kept by holder: the owner, without one the team. */
export function visibleHolders(actor: Seer, holder: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const reach = reachOf(actor);
  if (reach === 'all') return [];
  return reach === 'team'
    ? [sql`(${holder} in ${membersOf(actor.teamId)} or ${holder} = ${actor.teamId}::uuid)`]
    : [sql`${holder} = ${actor.userId}::uuid`];
}
