import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';

/** The properties of an actor that decide visibility. */
export type Viewer = Pick<Actor, 'userId' | 'teamId' | 'recordAccess'>;

/** The ownership columns of a record. The database keeps the team equal to the team of the owner. */
export interface OwnershipColumns {
  readonly owner: RawBuilder<unknown>;
  readonly team: RawBuilder<unknown>;
}

/** Subquery with the ids of the team members. */
export const membersOf = (teamId: string | null): RawBuilder<unknown> =>
  sql`(select member.id from users member where member.team_id = ${teamId}::uuid)`;

/**
 * Returns the access scope, which is also part of statement cache keys. The scope `team` without a team becomes `own`.
 */
export const accessScopeOf = (actor: Viewer | null): 'all' | 'team' | 'own' => {
  if (!actor || actor.recordAccess === 'all') return 'all';
  return actor.recordAccess === 'team' && actor.teamId ? 'team' : 'own';
};

/**
 * Visibility conditions for all reads of owned records; `null` is the system. Each condition uses one column, never
 * `or`, so that a list scans one index. Own records are always in the own team.
 */
export function visibleTo(actor: Viewer | null, { owner, team }: OwnershipColumns): RawBuilder<unknown>[] {
  const accessScope = accessScopeOf(actor);
  if (!actor || accessScope === 'all') return [];
  return accessScope === 'team' ? [sql`${team} = ${actor.teamId}::uuid`] : [sql`${owner} = ${actor.userId}::uuid`];
}
