import { sql } from 'kysely';
import type { Sql } from '../../../platform/query/index.js';
import {
  ALL_LINKS,
  defineRecordLinks,
  LinkedRecordsSql,
  recordTypeOf,
  type LinkedRecord,
  type LinkName,
} from '../../../platform/records/index.js';
import type { Viewer } from '../../../platform/visibility/index.js';

defineRecordLinks(
  'activities',
  Object.fromEntries(ALL_LINKS.map(({ property, resource }) => [property, { to: resource }])),
);

const links = new LinkedRecordsSql('a');

/** Activities `a`, joined with the reference views of their linked records. */
export const activitiesFrom: Sql = sql`activities a${links.joins}`;

export const hasActiveRecord: Sql = links.hasActiveRecord;

export const met = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? sql.join([...conditions], sql` and `) : sql`true`;

export const linkVisible = (actor: Viewer | null, one: LinkedRecord): Sql => links.isVisible(actor, one);

export const activeLinkVisible = (actor: Viewer | null, one: LinkedRecord): Sql => links.isVisibleAndActive(actor, one);

/** Columns that an include shows besides the id. Other record types show their title as `name`. */
const SHOWN: Partial<Record<LinkName, readonly string[]>> = {
  lead: ['name', 'status'],
  company: ['name'],
  contact: ['name'],
  deal: ['title', 'status'],
};

/** The reference view of a linked record that `include` adds to a response. */
export function linkView({ name, alias, resource }: LinkedRecord): Sql {
  const columns = SHOWN[name]?.map((column) => [column, column] as const) ?? [
    ['name', recordTypeOf(resource).definition.title] as const,
  ];
  const shown = columns.map(([property, column]) => sql`${sql.lit(property)}, ${sql.ref(`${alias}.${column}`)}`);
  return sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, ${sql.join(shown)})`;
}

/**
 * Returns null if the actor cannot see the linked record: a task can be assigned to a user without access to the
 * record.
 */
export const linkShown = (actor: Viewer | null, one: LinkedRecord, shown: Sql = linkView(one)): Sql =>
  sql`case when ${activeLinkVisible(actor, one)} then ${shown} end`;
