import { sql } from 'kysely';
import { defineSight, reachOf, visibleTo } from '../../platform/sight/index.js';
import { dealBelonging } from './deals.queries.js';

defineSight('deals', {
  from: sql`deals d`,
  id: sql.ref('d.id'),
  where: (actor) => visibleTo(actor, dealBelonging),
  live: sql`d.deleted_at is null`,
  grounds: (actor) => ({
    'record-owned': sql`d.owner_id = ${actor.userId}::uuid`,
    ...(reachOf(actor) === 'team' && { 'record-in-team': sql`d.team_id = ${actor.teamId}::uuid` }),
  }),
  owner: dealBelonging.owner,
  team: dealBelonging.team,
});
