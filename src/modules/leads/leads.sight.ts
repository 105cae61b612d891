import { sql } from 'kysely';
import { defineSight, reachOf, visibleTo } from '../../platform/sight/index.js';
import { leadBelonging } from './leads.queries.js';

defineSight('leads', {
  from: sql`leads l`,
  id: sql.ref('l.id'),
  where: (actor) => visibleTo(actor, leadBelonging),
  live: sql`l.deleted_at is null`,
  grounds: (actor) => ({
    'record-owned': sql`l.owner_id = ${actor.userId}::uuid`,
    ...(reachOf(actor) === 'team' && { 'record-in-team': sql`l.team_id = ${actor.teamId}::uuid` }),
  }),
  owner: leadBelonging.owner,
  team: leadBelonging.team,
});
