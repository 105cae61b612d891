import { sql } from 'kysely';
import { defineSight, reachOf, visibleTo } from '../../platform/sight/index.js';
import { contactBelonging } from './contacts.queries.js';

defineSight('contacts', {
  from: sql`contacts c`,
  id: sql.ref('c.id'),
  where: (actor) => visibleTo(actor, contactBelonging),
  live: sql`c.deleted_at is null`,
  grounds: (actor) => ({
    'record-owned': sql`c.owner_id = ${actor.userId}::uuid`,
    ...(reachOf(actor) === 'team' && { 'record-in-team': sql`c.team_id = ${actor.teamId}::uuid` }),
  }),
  owner: contactBelonging.owner,
  team: contactBelonging.team,
});
