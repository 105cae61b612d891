import { sql, type RawBuilder } from 'kysely';
import { field, type Fields, type Filter } from '../../platform/query/index.js';
import { defineSight, reachOf, visibleTo, type Belonging, type Seer } from '../../platform/sight/index.js';
import { LEAD_STATUSES, leadBelonging } from '../leads/index.js';
import { activityFields } from './activities.fields.js';

const belonging = (alias: string): Belonging => ({ owner: sql.ref(`${alias}.owner_id`), team: sql.ref(`${alias}.team_id`) });

/** Who sees the lead sees what is on it; besides, everybody sees what is theirs or their team's, and what they are to do. */
export function sees(actor: Seer | null): RawBuilder<unknown>[] {
  const lead = visibleTo(actor, leadBelonging);
  if (!actor || lead.length === 0) return [];
  return [sql`(${sql.join([...lead, ...visibleTo(actor, belonging('a')), assigned(actor, 'a')], sql` or `)})`];
}

/** The same as a list of ids, each part along an index of its own; first those that cost least. */
export const idsSeen = (actor: Seer): RawBuilder<unknown> => sql`
  select s.id from activities s where ${met(visibleTo(actor, belonging('s')))}
  union all select s.id from activities s where ${assigned(actor, 's')}
  union all select s.id from leads l join activities s on s.lead_id = l.id where l.deleted_at is null and ${met(visibleTo(actor, leadBelonging))}`;

const met = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => (conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`);

const assigned = (actor: Seer, alias: string): RawBuilder<unknown> => sql`${sql.ref(`${alias}.assignee_id`)} = ${actor.userId}::uuid`;

/** Something of the lead `l`, or null where the actor does not see it: one may be given a task on a lead that one does not see. */
export function leadShown(actor: Seer | null, part: RawBuilder<unknown>): RawBuilder<unknown> {
  const lead = visibleTo(actor, leadBelonging);
  return lead.length === 0 ? part : sql`case when ${sql.join(lead, sql` and `)} then ${part} end`;
}

defineSight('activities', {
  from: sql`activities a join lead_cards l on l.id = a.lead_id`,
  id: sql.ref('a.id'),
  where: sees,
  live: sql`a.deleted_at is null and l.deleted_at is null`,
  grounds: (actor) => ({
    'record-owned': sql`a.owner_id = ${actor.userId}::uuid`,
    assigned: assigned(actor, 'a'),
    ...(reachOf(actor) === 'team' && { 'record-in-team': sql`a.team_id = ${actor.teamId}::uuid` }),
    ...(reachOf(actor) !== 'all' && { 'record-of-visible-lead': met(visibleTo(actor, leadBelonging)) }),
  }),
  owner: sql.ref('a.owner_id'),
  team: sql.ref('a.team_id'),
});

const mentions = (filter: Filter | undefined): boolean => filter !== undefined && JSON.stringify(filter).includes('"field":"lead.');

/** By which fields an actor may filter: those of the lead are null where they do not see it. */
export function fieldsFor(actor: Seer, filter: Filter | undefined): Fields {
  if (reachOf(actor) === 'all' || !mentions(filter)) return activityFields;
  return {
    ...activityFields,
    'lead.status': field.choice(leadShown(actor, sql.ref('l.status')), LEAD_STATUSES),
    'lead.ownerId': field.uuid(leadShown(actor, sql.ref('l.owner_id')), { nullable: true, user: true }),
  };
}
