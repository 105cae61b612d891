import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { field, type Fields, type Filter, type ListRequest, type Sql } from '../../../platform/query/index.js';
import {
  defineVisibility,
  accessScopeOf,
  visibleTo,
  type OwnershipColumns,
  type Viewer,
} from '../../../platform/visibility/index.js';
import { LEAD_STATUSES } from '../../leads/index.js';
import { ALL_LINKS, LINKS } from '../../../platform/records/index.js';
import {
  activitiesFrom,
  linkVisible,
  activeLinkVisible,
  linkShown,
  met,
  hasActiveRecord,
} from '../links/activity-links.js';

const ownershipColumns = (alias: string): OwnershipColumns => ({
  owner: sql.ref(`${alias}.owner_id`),
  team: sql.ref(`${alias}.team_id`),
});
const assigned = (actor: Viewer, alias: string): Sql => sql`${sql.ref(`${alias}.assignee_id`)} = ${actor.userId}::uuid`;

function oneOf(actor: Viewer | null, links: readonly Sql[]): Sql[] {
  if (!actor || accessScopeOf(actor) === 'all') return [];
  return [sql`(${sql.join([...links, ...visibleTo(actor, ownershipColumns('a')), assigned(actor, 'a')], sql` or `)})`];
}

/** An activity is visible through an active linked record, its owner, its team or its assignee. */
export const canSee = (actor: Viewer | null): Sql[] =>
  oneOf(
    actor,
    ALL_LINKS.map((link) => activeLinkVisible(actor, link)),
  );

/** The same condition as a list of ids. Each part uses its own index, the cheapest part first. */
const visibleIds = (actor: Viewer): Sql => sql`
  select s.id from activities s where ${met(visibleTo(actor, ownershipColumns('s')))}
  union all select s.id from activities s where ${assigned(actor, 's')}
  ${sql.join(
    ALL_LINKS.map(
      (link) => sql`union all select s.id from ${sql.table(link.resource)} ${sql.id(link.alias)} join activities s
        on ${sql.ref(`s.${link.column}`)} = ${sql.ref(`${link.alias}.id`)}
    where ${sql.ref(`${link.alias}.deleted_at`)} is null and ${met(visibleTo(actor, link.ownershipColumns))}`,
    ),
    sql` `,
  )}`;

/** Fields whose own index finds fewer activities than visibility. */
const NARROWING: ReadonlySet<string> = new Set([
  'id',
  'ownerId',
  'assigneeId',
  'followUpOfId',
  ...ALL_LINKS.map(({ property }) => property),
]);
const isNarrow = (filter: Filter | undefined): boolean =>
  filter !== undefined &&
  ('and' in filter
    ? filter.and.some(isNarrow)
    : 'field' in filter && NARROWING.has(filter.field) && (filter.op === 'eq' || filter.op === 'in'));

export type SeenActivities = Pick<ListRequest, 'where' | 'gathered'>;

/** The visible activities of a list: tested one by one, or by ids if no condition of the filter is narrower. */
export function visibleActivities(actor: Actor, filter: Filter | undefined): SeenActivities {
  const where = canSee(actor);
  return where.length === 0 || isNarrow(filter)
    ? { where }
    : { where, gathered: [sql`a.id in (${visibleIds(actor)})`] };
}

/** Conditions for own, team and assigned activities, each with its own index. */
export const accessReasons = (actor: Viewer): Sql[] => [
  met(visibleTo(actor, ownershipColumns('a'))),
  assigned(actor, 'a'),
];

defineVisibility('activities', {
  from: activitiesFrom,
  id: sql.ref('a.id'),
  where: (actor) =>
    oneOf(
      actor,
      ALL_LINKS.map((link) => linkVisible(actor, link)),
    ),
  live: sql`a.deleted_at is null and ${hasActiveRecord}`,
  accessReasons: (actor) => ({
    'record-owned': sql`a.owner_id = ${actor.userId}::uuid`,
    assigned: assigned(actor, 'a'),
    ...(accessScopeOf(actor) === 'team' && { 'record-in-team': sql`a.team_id = ${actor.teamId}::uuid` }),
    ...(accessScopeOf(actor) !== 'all' &&
      Object.fromEntries(ALL_LINKS.map((link) => [`record-of-visible-${link.name}`, linkVisible(actor, link)]))),
  }),
  owner: sql.ref('a.owner_id'),
  team: sql.ref('a.team_id'),
});

const mentions = (filter: Filter | undefined): boolean =>
  filter !== undefined && JSON.stringify(filter).includes('"field":"lead.');

/** Returns the fields that an actor can filter by. Fields of a lead are null if the actor cannot see the lead. */
export function fieldsFor(actor: Viewer, fields: Fields, filter: Filter | undefined): Fields {
  if (accessScopeOf(actor) === 'all' || !mentions(filter)) return fields;
  return {
    ...fields,
    'lead.status': field.choice(linkShown(actor, LINKS.lead, sql.ref('lead_ref.status')), LEAD_STATUSES, {
      nullable: true,
    }),
    'lead.ownerId': field.uuid(linkShown(actor, LINKS.lead, sql.ref('lead_ref.owner_id')), {
      nullable: true,
      user: true,
    }),
  };
}
