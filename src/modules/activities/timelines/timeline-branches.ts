import { sql, type RawBuilder } from 'kysely';
import { may, type Actor } from '../../../kernel/actor.js';
import { visibleTo } from '../../../platform/sight/index.js';
import { ALL_LINKS, LINKS, type ActivityLink, type LinkName } from '../links/activity-links.js';
import type { TimelineKind } from './timelines.dto.js';

type Sql = RawBuilder<unknown>;

/** The place of the cursor, the order and the limit, for a branch with its own time and id. */
export type Walk = (at: Sql, id: Sql) => Sql;

/** Whose timeline it is, for whom. */
export interface TimelineOf {
  readonly actor: Actor;
  readonly name: LinkName;
  readonly id: string;
  /** Whether a company's tells of its contacts and deals too. */
  readonly related: boolean;
  readonly kinds: readonly TimelineKind[];
}

/** What is told otherwise already: as an activity, or as a change of stage. */
const TOLD: Readonly<Record<LinkName, Sql>> = {
  lead: sql` and e.type not in ('lead.created', 'lead.status_changed')`,
  company: sql``,
  contact: sql``,
  deal: sql` and e.type not in ('deal.created', 'deal.stage_changed')`,
};

const doneAt = sql`least(a.created_at, a.completed_at)`;

function activitiesOf({ column }: ActivityLink, record: Sql, walk: Walk): Sql {
  return sql`select a.id, 'activity'::text as kind, ${doneAt} as occurred_at from activities a where ${sql.ref(`a.${column}`)} = ${record} and a.deleted_at is null ${walk(doneAt, sql.ref('a.id'))}`;
}

function eventsOf({ resource, name }: ActivityLink, record: Sql, walk: Walk): Sql {
  return sql`select e.id, 'event'::text as kind, e.occurred_at from events e where e.resource_id = ${record} and e.resource_type = ${sql.lit(resource)}${TOLD[name]} ${walk(sql.ref('e.occurred_at'), sql.ref('e.id'))}`;
}

// Kept for good, while events are forgotten.
function stageChangesOf(record: Sql, walk: Walk): Sql {
  return sql`select sc.id, 'stage_change'::text as kind, sc.changed_at as occurred_at from deal_stage_changes sc where sc.deal_id = ${record} ${walk(sql.ref('sc.changed_at'), sql.ref('sc.id'))}`;
}

/** A key for activities alone learns nothing of the record's own fields. */
function told(link: ActivityLink, record: Sql, walk: Walk, { actor, kinds }: TimelineOf): Sql[] {
  const knows = may(actor, link.permission);
  return [
    ...(kinds.includes('activity') ? [activitiesOf(link, record, walk)] : []),
    ...(kinds.includes('event') && knows ? [eventsOf(link, record, walk)] : []),
    ...(kinds.includes('stage_change') && knows && link.name === 'deal' ? [stageChangesOf(record, walk)] : []),
  ];
}

/** Of each living record of the company that the actor sees no more than a page, and of those together again. */
function relatedOf(link: ActivityLink, of: TimelineOf, walk: Walk): Sql[] {
  const { resource, alias, belonging } = link;
  const where = [
    sql`${sql.ref(`${alias}.company_id`)} = ${of.id}::uuid`,
    sql`${sql.ref(`${alias}.deleted_at`)} is null`,
    ...visibleTo(of.actor, belonging),
  ];
  return told(link, sql.ref(`${alias}.id`), walk, of).map(
    (each) =>
      sql`select x.* from ${sql.table(resource)} ${sql.id(alias)} cross join lateral (${each}) x where ${sql.join(where, sql` and `)} ${walk(sql.ref('x.occurred_at'), sql.ref('x.id'))}`,
  );
}

export const tellsOfStages = ({ name, related, kinds }: TimelineOf): boolean =>
  kinds.includes('stage_change') && (name === 'deal' || (name === 'company' && related));

/** Several walks, each along its own index and no further than the page needs. An activity on the company and on its contact is told once. */
export function branchesOf(of: TimelineOf, walk: Walk): Sql {
  const own = told(LINKS[of.name], sql`${of.id}::uuid`, walk, of);
  const related =
    of.name === 'company' && of.related
      ? ALL_LINKS.filter(({ name }) => name === 'contact' || name === 'deal').flatMap((link) =>
          relatedOf(link, of, walk),
        )
      : [];
  const all = [...own, ...related];
  if (all.length === 0)
    return sql`select null::uuid as id, null::text as kind, null::timestamptz as occurred_at where false`;
  return sql.join(
    all.map((branch) => sql`(${branch})`),
    related.length > 0 ? sql` union ` : sql` union all `,
  );
}
