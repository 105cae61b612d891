import { sql } from 'kysely';
import { defineSight, reachOf, visibleTo } from '../../platform/sight/index.js';
import { contactBelonging } from './contacts.queries.js';

defineSight('contacts', {
  from: sql`contacts p`,
  id: sql.ref('p.id'),
  where: (actor) => visibleTo(actor, contactBelonging),
  live: sql`p.deleted_at is null`,
  grounds: (actor) => ({
    'record-owned': sql`p.owner_id = ${actor.userId}::uuid`,
    ...(reachOf(actor) === 'team' && { 'record-in-team': sql`p.team_id = ${actor.teamId}::uuid` }),
  }),
  owner: contactBelonging.owner,
  team: contactBelonging.team,
});
