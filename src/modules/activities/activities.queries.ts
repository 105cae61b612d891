import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { invalidAt, notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { fixed, Reader } from '../../platform/database/index.js';
import {
  parseFilter, parseSort, RecordLists, simpleFilter, type FacetRequest, type FacetsView, type FilterContext, type ListRequest, type RecordSource, type SearchRequest,
} from '../../platform/query/index.js';
import { LeadsQueries } from '../leads/index.js';
import { membersOf, visibleTo } from '../users/index.js';
import type { ActivityView } from './activities.dto.js';
import { activityColumns, activityFields, isOverdue } from './activities.fields.js';
import { ACTIVITY_INCLUDES, type ActivityGetQuery, type ActivityQuery } from './activity-lists.dto.js';

const lead = sql`json_build_object('id', l.id, 'name', l.name)`;
const INCLUDED: Record<(typeof ACTIVITY_INCLUDES)[number], RawBuilder<unknown>> = { lead };

// What belongs to a deleted lead is as gone as the lead.
const from = sql`activities a join leads l on l.id = a.lead_id and l.deleted_at is null`;

export const activitySource: RecordSource = {
  resource: 'activities', from, id: sql.ref('a.id'), fields: activityFields, columns: activityColumns, live: sql`a.deleted_at is null`, deleted: sql`a.deleted_at is not null`,
};

const columns = fixed(sql.join(Object.entries(activityColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)));
const contextOf = (actor: Actor): FilterContext => ({ userId: actor.userId, teamMemberIds: membersOf(actor.teamId), now: new Date() });

/** Who may see the lead sees what was done on it; one's own activities and those to be done by oneself are seen anyway. */
function sees(actor: Actor | null): RawBuilder<unknown>[] {
  const throughLead = visibleTo(actor, sql.ref('l.owner_id'));
  return actor && throughLead.length > 0 ? [sql`(${throughLead[0]} or a.owner_id = ${actor.userId}::uuid or a.assignee_id = ${actor.userId}::uuid)`] : [];
}

type Asked = Pick<ListRequest, 'limit' | 'count' | 'cursor' | 'filter' | 'deletedOnly'> & { sort: readonly string[] | undefined; include: readonly (typeof ACTIVITY_INCLUDES)[number][] | undefined };

/** Reads of activities. Each passes `sees`. */
@Injectable()
export class ActivitiesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly lists: RecordLists,
    private readonly leads: LeadsQueries,
  ) {}

  list(actor: Actor, { limit = 25, cursor, count = 'none', sort, include, deleted, overdue, ...filters }: ActivityQuery): Promise<Page<ActivityView>> {
    const filter = simpleFilter({ ...filters }, activityFields);
    // As two plain conditions: the index over open activities serves them, and would not serve the derived field.
    const late = overdue === undefined ? [] : [overdue ? isOverdue : sql`(${isOverdue}) is not true`];
    return this.page(actor, { limit, count, sort, include, ...(deleted && { deletedOnly: true }), ...(cursor && { cursor }), ...(filter && { filter }) }, late);
  }

  async listOfLead(actor: Actor, leadId: string, query: Omit<ActivityQuery, 'leadId' | 'include'>): Promise<Page<ActivityView>> {
    await this.leads.get(actor, leadId);
    return this.list(actor, { ...query, leadId: [leadId] });
  }

  search(actor: Actor, { filter, limit = 25, cursor, count = 'none', sort, include, deleted, q }: SearchRequest): Promise<Page<ActivityView>> {
    if (q !== undefined) throw invalidAt('#/q', 'not-searchable', 'activities have no text search; filter subject or description with contains');
    const unknown = include?.findIndex((name) => !ACTIVITY_INCLUDES.includes(name as 'lead')) ?? -1;
    if (unknown >= 0) throw invalidAt(`#/include/${unknown}`, 'unknown-include', `must be one of ${ACTIVITY_INCLUDES.join(', ')}`);
    const parsed = filter && parseFilter(filter, activityFields);
    return this.page(actor, { limit, count, sort, include: include as Asked['include'], ...(deleted && { deletedOnly: true }), ...(cursor && { cursor }), ...(parsed && { filter: parsed }) });
  }

  facets(actor: Actor, { filter, q, facets }: FacetRequest): Promise<FacetsView> {
    if (q !== undefined) throw invalidAt('#/q', 'not-searchable', 'activities have no text search; filter subject or description with contains');
    const parsed = filter && parseFilter(filter, activityFields);
    return this.lists.facets(activitySource, { where: sees(actor), context: contextOf(actor), ...(parsed && { filter: parsed }) }, facets);
  }

  async get(actor: Actor | null, id: string, { include, deleted = 'no' }: ActivityGetQuery & { deleted?: 'no' | 'any' } = {}): Promise<ActivityView> {
    const included = (include ?? []).map((name) => sql`, ${INCLUDED[name]} as ${sql.id(name)}`);
    const where = [sql`a.id = ${id}`, ...(deleted === 'no' ? [activitySource.live] : []), ...sees(actor)];
    const activity = await this.reader.row<ActivityView>(sql`select ${columns}${sql.join(included, sql``)} from ${from} where ${sql.join(where, sql` and `)}`);
    if (!activity) throw notFound('activity');
    return activity;
  }

  /** Activities by their ids, for a page that was found otherwise. */
  async byIds(ids: readonly string[]): Promise<Map<string, ActivityView>> {
    if (ids.length === 0) return new Map();
    const rows = await this.reader.rows<ActivityView>(sql`select ${columns} from activities a where a.id = any(${[...ids]}::uuid[])`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private page(actor: Actor, { sort, include, ...request }: Asked, also: RawBuilder<unknown>[] = []): Promise<Page<ActivityView>> {
    const included = Object.fromEntries((include ?? []).map((name) => [name, INCLUDED[name]]));
    return this.lists.page<ActivityView>(activitySource, { ...request, where: [...sees(actor), ...also], sort: parseSort(sort, activityFields, ['-createdAt']), include: included, context: contextOf(actor) });
  }
}
