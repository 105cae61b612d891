import { sql, type RawBuilder } from 'kysely';
import { field, type Fields, type Filter } from '../../platform/query/index.js';
import { defineSight, reachOf, visibleTo, type Belonging, type Seer } from '../../platform/sight/index.js';
import { LEAD_STATUSES } from '../leads/index.js';
import {
  activitiesFrom,
  ALL_LINKS,
  type ActivityLink,
  LINKS,
  linkSeen,
  linkSeenLiving,
  linkShown,
  met,
  onSomethingLiving,
} from './links/activity-links.js';

type Sql = RawBuilder<unknown>;

const belonging = (alias: string): Belonging => ({
  owner: sql.ref(`${alias}.owner_id`),
  team: sql.ref(`${alias}.team_id`),
});
const assigned = (actor: Seer, alias: string): Sql => sql`${sql.ref(`${alias}.assignee_id`)} = ${actor.userId}::uuid`;

function oneOf(actor: Seer | null, links: readonly Sql[]): Sql[] {
  if (!actor || reachOf(actor) === 'all') return [];
  return [sql`(${sql.join([...links, ...visibleTo(actor, belonging('a')), assigned(actor, 'a')], sql` or `)})`];
}

/** Who sees a living record that it is on sees the activity; besides, everybody sees what is theirs or their team's, and what they are to do. */
export const sees = (actor: Seer | null): Sql[] =>
  oneOf(
    actor,
    ALL_LINKS.map((link) => linkSeenLiving(actor, link)),
  );

/** The same as a list of ids, each part along an index of its own; first those that cost least. */
export const idsSeen = (actor: Seer): Sql => sql`
  select s.id from activities s where ${met(visibleTo(actor, belonging('s')))}
  union all select s.id from activities s where ${assigned(actor, 's')}
  ${sql.join(
    ALL_LINKS.map(
      (
        link,
      ) => sql`union all select s.id from ${sql.table(link.resource)} ${sql.id(link.alias)} join activities s on ${sql.ref(`s.${link.column}`)} = ${sql.ref(`${link.alias}.id`)}
    where ${sql.ref(`${link.alias}.deleted_at`)} is null and ${met(visibleTo(actor, link.belonging))}`,
    ),
    sql` `,
  )}`;

const livingSeen = (actor: Seer, { resource, alias, belonging }: ActivityLink): Sql =>
  sql`select ${sql.ref(`${alias}.id`)} from ${sql.table(resource)} ${sql.id(alias)} where ${sql.ref(`${alias}.deleted_at`)} is null and ${met(visibleTo(actor, belonging))}`;

/** The same as `sees`, with the records that one sees gathered first: where these are not many, that is much less than a look at what each activity is on. */
export const seesGathered = (actor: Seer): Sql[] =>
  oneOf(
    actor,
    ALL_LINKS.map((link) => sql`${sql.ref(`a.${link.column}`)} in (${livingSeen(actor, link)})`),
  );

/** Whether no kind has more than so many that one sees. */
export const seesAtMost = (actor: Seer, most: number): Sql =>
  sql.join(
    ALL_LINKS.map(
      (link) =>
        sql`(select count(*) from (${livingSeen(actor, link)} limit ${sql.lit(most + 1)}) gathered) <= ${sql.lit(most)}`,
    ),
    sql` and `,
  );

/** By what an activity is one's own or one's team's, each with an index of its own. */
export const grounds = (actor: Seer): Sql[] => [met(visibleTo(actor, belonging('a'))), assigned(actor, 'a')];

defineSight('activities', {
  from: activitiesFrom,
  id: sql.ref('a.id'),
  where: (actor) =>
    oneOf(
      actor,
      ALL_LINKS.map((link) => linkSeen(actor, link)),
    ),
  live: sql`a.deleted_at is null and ${onSomethingLiving}`,
  grounds: (actor) => ({
    'record-owned': sql`a.owner_id = ${actor.userId}::uuid`,
    assigned: assigned(actor, 'a'),
    ...(reachOf(actor) === 'team' && { 'record-in-team': sql`a.team_id = ${actor.teamId}::uuid` }),
    ...(reachOf(actor) !== 'all' &&
      Object.fromEntries(ALL_LINKS.map((link) => [`record-of-visible-${link.name}`, linkSeen(actor, link)]))),
  }),
  owner: sql.ref('a.owner_id'),
  team: sql.ref('a.team_id'),
});

const mentions = (filter: Filter | undefined): boolean =>
  filter !== undefined && JSON.stringify(filter).includes('"field":"lead.');

/** By which fields an actor may filter: those of the lead are null where they do not see it. */
export function fieldsFor(actor: Seer, fields: Fields, filter: Filter | undefined): Fields {
  if (reachOf(actor) === 'all' || !mentions(filter)) return fields;
  return {
    ...fields,
    'lead.status': field.choice(linkShown(actor, LINKS.lead, sql.ref('l.status')), LEAD_STATUSES, { nullable: true }),
    'lead.ownerId': field.uuid(linkShown(actor, LINKS.lead, sql.ref('l.owner_id')), { nullable: true, user: true }),
  };
}
