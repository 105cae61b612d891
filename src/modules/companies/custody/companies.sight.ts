import { sql } from 'kysely';
import { defineSight, reachOf, visibleTo } from '../../../platform/sight/index.js';
import { companyBelonging } from '../companies.queries.js';

defineSight('companies', {
  from: sql`companies c`,
  id: sql.ref('c.id'),
  where: (actor) => visibleTo(actor, companyBelonging),
  live: sql`c.deleted_at is null`,
  grounds: (actor) => ({
    'record-owned': sql`c.owner_id = ${actor.userId}::uuid`,
    ...(reachOf(actor) === 'team' && { 'record-in-team': sql`c.team_id = ${actor.teamId}::uuid` }),
  }),
  owner: companyBelonging.owner,
  team: companyBelonging.team,
});
