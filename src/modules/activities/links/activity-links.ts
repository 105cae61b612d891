import { sql, type RawBuilder } from 'kysely';
import type { Permission } from '../../../kernel/access.js';
import { visibleTo, type Belonging, type Seer } from '../../../platform/sight/index.js';

type Sql = RawBuilder<unknown>;

/** The kinds of records that activities are on. */
export const LINK_NAMES = ['lead', 'company', 'contact', 'deal'] as const;
export type LinkName = (typeof LINK_NAMES)[number];
export type LinkProperty = `${LinkName}Id`;
export type Links = Readonly<Record<LinkProperty, string | null>>;

/** One kind of link: the column with the record's id, and the card `alias` that says of the record what everybody may know who sees the activity. */
export interface ActivityLink {
  readonly name: LinkName;
  readonly property: LinkProperty;
  readonly resource: 'leads' | 'companies' | 'contacts' | 'deals';
  readonly column: `${LinkName}_id`;
  readonly alias: string;
  readonly permission: Permission;
  readonly belonging: Belonging;
  /** What is given along with `include`. */
  readonly shown: Sql;
}

const link = (name: LinkName, resource: ActivityLink['resource'], alias: string, shown: Sql): ActivityLink => ({
  name,
  resource,
  alias,
  shown,
  property: `${name}Id`,
  column: `${name}_id`,
  permission: `${resource}:read`,
  belonging: { owner: sql.ref(`${alias}.owner_id`), team: sql.ref(`${alias}.team_id`) },
});

export const LINKS: Readonly<Record<LinkName, ActivityLink>> = {
  lead: link('lead', 'leads', 'l', sql`json_build_object('id', l.id, 'name', l.name, 'status', l.status)`),
  company: link('company', 'companies', 'co', sql`json_build_object('id', co.id, 'name', co.name)`),
  contact: link('contact', 'contacts', 'ct', sql`json_build_object('id', ct.id, 'name', ct.name)`),
  deal: link('deal', 'deals', 'd', sql`json_build_object('id', d.id, 'title', d.title, 'status', d.status)`),
};
export const ALL_LINKS: readonly ActivityLink[] = LINK_NAMES.map((name) => LINKS[name]);

const part = ({ alias, name }: ActivityLink): Sql =>
  sql` left join ${sql.table(`${name}_cards`)} ${sql.id(alias)} on ${sql.ref(`${alias}.id`)} = ${sql.ref(`a.${name}_id`)}`;
const deletedAt = ({ alias }: ActivityLink): Sql => sql.ref(`${alias}.deleted_at`);
const linked = ({ column }: ActivityLink): Sql => sql.ref(`a.${column}`);

/** The cards of what activities `a` are on, to be joined. */
export const cardsOf: Sql = sql.join(ALL_LINKS.map(part), sql``);

/** Activities `a` with the cards of what they are on. */
export const activitiesFrom: Sql = sql`activities a${cardsOf}`;

/** Asked of the deleted ones, which are few and have an index of their own: what is not among them lives. `offset 0` keeps the planner from gathering them first. */
const lives = (one: ActivityLink): Sql =>
  sql`${linked(one)} is not null and not exists (select from ${sql.table(`${one.name}_cards`)} gone where gone.id = ${linked(one)} and gone.deleted_at is not null offset 0)`;

/** An activity is there as long as one of the records that it is on lives, or it is on none. Asked of each by itself: the first that lives is enough, and no cards are joined that nobody shows. */
export const onSomethingLiving: Sql = sql`(${sql.join([sql`num_nonnulls(${sql.join(ALL_LINKS.map(linked))}) = 0`, ...ALL_LINKS.map(lives)], sql` or `)})`;

export const met = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? sql.join([...conditions], sql` and `) : sql`true`;

/** Whether the linked record is there and the actor sees it, deleted or not. */
export const linkSeen = (actor: Seer | null, one: ActivityLink): Sql =>
  met([sql`${linked(one)} is not null`, ...visibleTo(actor, one.belonging)]);

export const linkSeenLiving = (actor: Seer | null, one: ActivityLink): Sql =>
  sql`${linkSeen(actor, one)} and ${deletedAt(one)} is null`;

/** Something of the linked record, or null where the actor does not see it: one may be given a task on a record that one does not see. */
export const linkShown = (actor: Seer | null, one: ActivityLink, shown: Sql = one.shown): Sql =>
  sql`case when ${linkSeenLiving(actor, one)} then ${shown} end`;
