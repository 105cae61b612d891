import { sql } from 'kysely';
import type { Sql } from '../../../platform/query/index.js';
import { can, type Actor } from '../../../kernel/actor.js';
import { visibleTo } from '../../../platform/visibility/index.js';
import { ALL_LINKS, LINKS, type LinkedRecord, type LinkName } from '../../../platform/records/index.js';
import { met } from '../links/activity-links.js';
import type { TimelineKind } from './timelines.dto.js';

/**
 * Returns keyset condition, order and limit for a branch with the given time and id. Can add conditions of the branch.
 */
export type TimelinePage = (at: Sql, id: Sql) => Sql;

/** A request for the timeline of a record. */
export interface TimelineOf {
  readonly actor: Actor;
  readonly name: LinkName;
  readonly id: string;
  /** Whether the timeline of a company includes its contacts and deals. */
  readonly related: boolean;
  readonly kinds: readonly TimelineKind[];
}

/** Excludes events that the timeline already shows as an activity or a stage change. */
const SHOWN_EVENTS: Partial<Record<LinkName, Sql>> = {
  lead: sql` and e.type not in ('lead.created', 'lead.status_changed')`,
  deal: sql` and e.type not in ('deal.created', 'deal.stage_changed')`,
};

const doneAt = sql`least(a.created_at, a.completed_at)`;

function activitiesOf({ column }: LinkedRecord, record: Sql, page: TimelinePage): Sql {
  return sql`select a.id, 'activity'::text as kind, ${doneAt} as occurred_at from activities a
    where ${sql.ref(`a.${column}`)} = ${record} and a.deleted_at is null ${page(doneAt, sql.ref('a.id'))}`;
}

function eventsOf({ resource, name }: LinkedRecord, record: Sql, page: TimelinePage): Sql {
  return sql`select e.id, 'event'::text as kind, e.occurred_at from events e where e.resource_id = ${record}
    and e.resource_type = ${sql.lit(resource)}${SHOWN_EVENTS[name] ?? sql``}
    ${page(sql.ref('e.occurred_at'), sql.ref('e.id'))}`;
}

// Reads the table of stage changes, because old events are removed.
function stageChangesOf(record: Sql, page: TimelinePage): Sql {
  return sql`select sc.id, 'stage_change'::text as kind, sc.changed_at as occurred_at from deal_stage_changes sc
    where sc.deal_id = ${record} ${page(sql.ref('sc.changed_at'), sql.ref('sc.id'))}`;
}

/** Events and stage changes need the permission to read the record, because they contain fields of the record. */
function entriesOf(link: LinkedRecord, record: Sql, page: TimelinePage, { actor, kinds }: TimelineOf): Sql[] {
  const knows = can(actor, link.permission);
  return [
    ...(kinds.includes('activity') ? [activitiesOf(link, record, page)] : []),
    ...(kinds.includes('event') && knows ? [eventsOf(link, record, page)] : []),
    ...(kinds.includes('stage_change') && knows && link.name === 'deal' ? [stageChangesOf(record, page)] : []),
  ];
}

/** The record; for a company, also the companies that were merged into the company. */
export const recordsOf = ({ name, id }: Pick<TimelineOf, 'name' | 'id'>): Sql =>
  name === 'company' ? companiesOf(id) : sql`(${id}::uuid)`;

const companiesOf = (id: string): Sql =>
  sql`(with recursive line as (select ${id}::uuid as id union select c.id from line join companies c
    on c.merged_into_id = line.id) select id from line)`;

/**
 * Entries of visible, active records of the company since they joined the company. The page limit applies to each
 * record and to all records together.
 */
function relatedOf(link: LinkedRecord, of: TimelineOf, page: TimelinePage): Sql[] {
  const { resource, alias, ownershipColumns } = link;
  const id = sql.ref(`${alias}.id`);
  const where = [
    sql`${sql.ref(`${alias}.company_id`)} = ${of.id}::uuid`,
    sql`${sql.ref(`${alias}.deleted_at`)} is null`,
    ...visibleTo(of.actor, ownershipColumns),
  ];
  const joined = sql`coalesce((select max(m.moved_at) from record_moves m where m.record_id = ${id}
    and m.column_name = 'company_id'), '-infinity')`;
  const since: TimelinePage = (at, entry) => sql`and ${at} >= ${joined} ${page(at, entry)}`;
  return entriesOf(link, id, since, of).map(
    (each) =>
      sql`select x.* from ${sql.table(resource)} ${sql.id(alias)} cross join lateral (${each}) x
        where ${met(where)} ${page(sql.ref('x.occurred_at'), sql.ref('x.id'))}`,
  );
}

/** Entries of records that left the company, from their time in the company. */
function formerOf(link: LinkedRecord, of: TimelineOf, page: TimelinePage): Sql[] {
  const { resource, alias, ownershipColumns } = link;
  const where = [
    sql`l.from_id in ${companiesOf(of.id)}`,
    sql`l.column_name = 'company_id'`,
    sql`${sql.ref(`${alias}.deleted_at`)} is null`,
    ...visibleTo(of.actor, ownershipColumns),
  ];
  const joined = sql`coalesce((select max(m.moved_at) from record_moves m where m.record_id = l.record_id
    and m.column_name = 'company_id' and (m.moved_at, m.id) < (l.moved_at, l.id)), '-infinity')`;
  const stay: TimelinePage = (at, entry) => sql`and ${at} >= ${joined} and ${at} < l.moved_at ${page(at, entry)}`;
  return entriesOf(link, sql.ref(`${alias}.id`), stay, of).map(
    (each) => sql`
    select x.* from record_moves l join ${sql.table(resource)} ${sql.id(alias)}
      on ${sql.ref(`${alias}.id`)} = l.record_id cross join lateral (${each}) x
      where ${met(where)} ${page(sql.ref('x.occurred_at'), sql.ref('x.id'))}`,
  );
}

/** Changes of links to or from the record, if the actor can see the moved record. */
function linkChangesOf({ name, id, actor, related, kinds }: TimelineOf, page: TimelinePage): Sql[] {
  if (!kinds.includes('move')) return [];
  const here = recordsOf({ name, id });
  const moved = ALL_LINKS.filter(
    (link) =>
      (name !== 'company' || related) &&
      (link.name === 'contact' || link.name === 'deal') &&
      can(actor, link.permission),
  );
  const seen = moved.map(
    ({ resource, alias, ownershipColumns }) =>
      sql`(m.resource = ${sql.lit(resource)} and exists (select from ${sql.table(resource)} ${sql.id(alias)}
        where ${met([sql`${sql.ref(`${alias}.id`)} = m.record_id`, ...visibleTo(actor, ownershipColumns)])}))`,
  );
  const shown = sql`(${sql.join([sql`m.resource = 'activities'`, ...seen], sql` or `)})`;
  const columns = sql`m.id, 'move'::text as kind, m.moved_at as occurred_at`;
  const end = page(sql.ref('m.moved_at'), sql.ref('m.id'));
  return [
    sql`select ${columns} from record_moves m where m.from_id in ${here} and m.column_name = ${sql.lit(`${name}_id`)}
      and ${shown} ${end}`,
    sql`select ${columns} from record_moves m where m.to_id in ${here} and m.column_name = ${sql.lit(`${name}_id`)}
      and ${shown} ${end}`,
  ];
}

export const showsStageChanges = ({ name, related, kinds }: TimelineOf): boolean =>
  kinds.includes('stage_change') && (name === 'deal' || (name === 'company' && related));

/**
 * Combines several index scans, each limited to one page. `union` removes duplicates, such as an activity on a company
 * and on its contact.
 */
export function branchesOf(of: TimelineOf, page: TimelinePage): Sql {
  const own = entriesOf(LINKS[of.name], sql`${of.id}::uuid`, page, of);
  const links =
    of.name === 'company' && of.related ? ALL_LINKS.filter(({ name }) => name === 'contact' || name === 'deal') : [];
  const related = links.flatMap((link) => [...relatedOf(link, of, page), ...formerOf(link, of, page)]);
  const all = [...own, ...related, ...linkChangesOf(of, page)];
  if (all.length === 0)
    return sql`select null::uuid as id, null::text as kind, null::timestamptz as occurred_at where false`;
  return sql.join(
    all.map((branch) => sql`(${branch})`),
    related.length > 0 || of.kinds.includes('move') ? sql` union ` : sql` union all `,
  );
}
