import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import { Forbidden, invalidAt, notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { fixed, Reader } from '../../platform/database/index.js';
import { parseFilter, parseSort, RecordLists, relationsOf, simpleFilter, type FacetRequest, type FacetsView, type Filter, type ListRequest, type RecordSource, type SearchRequest } from '../../platform/query/index.js';
import { contextOf } from '../../platform/records/index.js';
import { LeadsQueries } from '../leads/index.js';
import type { ActivityView } from './activities.dto.js';
import { activityColumns, activityFields, inWordsOfIndexes } from './activities.fields.js';
import { fieldsFor, idsSeen, leadShown, sees } from './activities.sight.js';
import { ACTIVITY_INCLUDES, type ActivityGetQuery, type ActivityInclude, type ActivityQuery, type LeadActivityQuery } from './activity-lists.dto.js';

const person = (id: RawBuilder<unknown>) => sql`(select json_build_object('id', u.id, 'name', coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email), 'email', u.email) from users u where u.id = ${id})`;
const INCLUDED: Record<ActivityInclude, RawBuilder<unknown>> = {
  lead: sql`json_build_object('id', l.id, 'name', l.name, 'status', l.status)`,
  owner: person(sql.ref('a.owner_id')),
  assignee: person(sql.ref('a.assignee_id')),
  team: sql`(select json_build_object('id', t.id, 'name', t.name) from teams t where t.id = a.team_id)`,
};
const includedFor = (actor: Actor | null, name: ActivityInclude): RawBuilder<unknown> => (name === 'lead' ? leadShown(actor, INCLUDED.lead) : INCLUDED[name]);

export const activitySource: RecordSource = {
  resource: 'activities',
  from: sql`activities a join lead_cards l on l.id = a.lead_id`,
  id: sql.ref('a.id'),
  fields: activityFields,
  columns: activityColumns,
  live: sql`a.deleted_at is null and l.deleted_at is null`,
  deleted: sql`a.deleted_at is not null and l.deleted_at is null`,
};

/** Whoever does not see a lead must not find out by a filter what it is like. */
const sourceFor = (actor: Actor, filter: Filter | undefined): RecordSource => {
  const fields = fieldsFor(actor, filter);
  return fields === activityFields ? activitySource : { ...activitySource, fields };
};

const columns = fixed(sql.join(Object.entries(activityColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)));

/** Up to so many are looked up and sorted; more are met soon enough on the way along the list's own index. */
const FEW = sql.lit(2000);

const filterOf = (filter: unknown): Filter => parseFilter(filter, activityFields, '#/filter', relationsOf('activities'));

type PageRequest = Pick<ListRequest, 'limit' | 'count' | 'cursor' | 'q' | 'filter' | 'deletedOnly'> & { readonly sort: readonly string[] | undefined; readonly include: readonly ActivityInclude[] | undefined };

export interface GetOptions extends ActivityGetQuery {
  /** Whether a deleted activity counts as there. */
  readonly deleted?: 'no' | 'any';
}

/** Reads of activities, never of those on a deleted lead. What the actor may not see does not exist. */
@Injectable()
export class ActivitiesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly lists: RecordLists,
    private readonly leads: LeadsQueries,
  ) {}

  async list(actor: Actor, query: ActivityQuery): Promise<Page<ActivityView>> {
    return this.page(actor, toRequest(query), await this.seen(actor));
  }

  /** Who sees the lead sees all that is on it. */
  async listOfLead(actor: Actor, leadId: string, query: LeadActivityQuery): Promise<Page<ActivityView>> {
    await this.leads.get(actor, leadId);
    return this.page(actor, toRequest({ ...query, leadId: [leadId] }), []);
  }

  async search(actor: Actor, { filter, limit = 25, cursor, count = 'none', q, sort, include, deleted }: SearchRequest): Promise<Page<ActivityView>> {
    const unknown = include?.findIndex((name) => !ACTIVITY_INCLUDES.includes(name as ActivityInclude)) ?? -1;
    if (unknown >= 0) throw invalidAt(`#/include/${unknown}`, 'unknown-include', `must be one of ${ACTIVITY_INCLUDES.join(', ')}`);
    const parsed = filter && filterOf(filter);
    return this.page(actor, { limit, count, sort, include: include as ActivityInclude[] | undefined, ...(deleted && { deletedOnly: true }), ...(cursor && { cursor }), ...(q && { q }), ...(parsed && { filter: parsed }) }, await this.seen(actor));
  }

  async facets(actor: Actor, { filter, q, facets }: FacetRequest): Promise<FacetsView> {
    const parsed = filter && filterOf(filter);
    return this.lists.facets(sourceFor(actor, parsed), { where: await this.seen(actor), context: contextOf(actor), ...(parsed && { filter: parsed }), ...(q && { q }) }, facets);
  }

  async get(actor: Actor | null, id: string, { include, deleted = 'no' }: GetOptions = {}): Promise<ActivityView> {
    requireReadable(actor, include);
    const included = (include ?? []).map((name) => sql`, ${includedFor(actor, name)} as ${sql.id(name)}`);
    const where = [sql`a.id = ${id}`, deleted === 'no' ? activitySource.live : sql`l.deleted_at is null`, ...sees(actor)];
    const activity = await this.reader.row<ActivityView>(sql`select ${columns}${sql.join(included, sql``)} from ${activitySource.from} where ${sql.join(where, sql` and `)}`);
    if (!activity) throw notFound('activity');
    return activity;
  }

  private async page(actor: Actor, { sort, include, ...request }: PageRequest, where: readonly RawBuilder<unknown>[]): Promise<Page<ActivityView>> {
    requireReadable(actor, include);
    const included = Object.fromEntries((include ?? []).map((name) => [name, includedFor(actor, name)]));
    const context = contextOf(actor);
    return this.lists.page<ActivityView>(sourceFor(actor, request.filter), { ...request, where: [...where, ...inWordsOfIndexes(request.filter, context)], sort: parseSort(sort, activityFields, ['-createdAt']), include: included, context });
  }

  // Asked row by row, somebody who sees next to nothing would have the whole table read for it (350 ms against 1).
  private async seen(actor: Actor): Promise<RawBuilder<unknown>[]> {
    if (sees(actor).length === 0) return [];
    const row = await this.reader.row<{ few: boolean }>(sql`select count(*) <= ${FEW} as few from (${idsSeen(actor)} limit ${FEW} + 1) seen`);
    return row?.few ? [sql`a.id in (${idsSeen(actor)})`] : sees(actor);
  }
}

function toRequest({ limit = 25, cursor, count = 'none', sort, include, deleted, ...filters }: ActivityQuery): PageRequest {
  const filter = simpleFilter({ ...filters }, activityFields);
  return { limit, count, sort, include, ...(deleted && { deletedOnly: true }), ...(cursor && { cursor }), ...(filter && { filter }) };
}

/** A key for activities alone learns nothing of leads. */
function requireReadable(actor: Actor | null, include: readonly ActivityInclude[] | undefined): void {
  if (!actor || !include?.includes('lead') || may(actor, 'leads:read')) return;
  throw new Forbidden('permission-missing', 'Including the lead needs leads:read.', { members: { requiredPermission: 'leads:read' } });
}
