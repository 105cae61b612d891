import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { invalidAt, notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { fixed, Reader, shaped } from '../../platform/database/index.js';
import { parseFilter, parseSort, RecordLists, simpleFilter, type FacetRequest, type FacetsView, type FilterContext, type ListRequest, type RecordSource, type SearchRequest } from '../../platform/query/index.js';
import { membersOf, reachOf, visibleHolders, visibleTo, type Belonging, type Seer } from '../users/index.js';
import { LEAD_INCLUDES, type LeadDuplicatesQuery, type LeadDuplicatesView, type LeadGetQuery, type LeadQuery, type LeadStatsQuery, type LeadStatsView } from './lead-lists.dto.js';
import type { LeadView } from './leads.dto.js';
import { leadColumns, leadFields } from './leads.fields.js';
import { duplicatesQuery, toDuplicates, type DuplicateRow } from './lead-duplicates.queries.js';
import { dayCountsQuery, statusCountsQuery, toStats, type DayCountRow, type StatusSourceRow } from './lead-stats.queries.js';

const owner = sql`(select json_build_object('id', u.id, 'name', coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email), 'email', u.email) from users u where u.id = l.owner_id)`;
const team = sql`(select json_build_object('id', t.id, 'name', t.name) from teams t where t.id = l.team_id)`;
const INCLUDED: Record<(typeof LEAD_INCLUDES)[number], RawBuilder<unknown>> = { owner, team };

export const leadSource: RecordSource = {
  resource: 'leads',
  from: sql`leads l`,
  id: sql.ref('l.id'),
  fields: leadFields,
  columns: leadColumns,
  search: sql.ref('l.search_text'),
  live: sql`l.deleted_at is null`,
  deleted: sql`l.deleted_at is not null`,
};

const columns = fixed(sql.join(Object.entries(leadColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)));
const contextOf = (actor: Actor): FilterContext => ({ userId: actor.userId, teamMemberIds: membersOf(actor.teamId), teamId: actor.teamId, now: new Date() });
/** Whom a lead `l` belongs to. */
export const leadBelonging: Belonging = { owner: sql.ref('l.owner_id'), team: sql.ref('l.team_id') };
const sees = (actor: Seer | null) => visibleTo(actor, leadBelonging);

export interface GetOptions extends LeadGetQuery {
  /** Whether a deleted lead counts as there. */
  readonly deleted?: 'no' | 'any';
}

/** Reads of leads. Each passes `visibleTo`: what the actor may not see does not exist. */
@Injectable()
export class LeadsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly lists: RecordLists,
  ) {}

  list(actor: Actor, { limit = 25, cursor, count = 'none', q, sort, include, deleted, ...filters }: LeadQuery): Promise<Page<LeadView>> {
    const filter = simpleFilter({ ...filters }, leadFields);
    return this.page(actor, { limit, count, sort, include, ...(deleted && { deletedOnly: true }), ...(cursor && { cursor }), ...(q && { q }), ...(filter && { filter }) });
  }

  search(actor: Actor, { filter, limit = 25, cursor, count = 'none', q, sort, include, deleted }: SearchRequest): Promise<Page<LeadView>> {
    const unknown = include?.findIndex((name) => !LEAD_INCLUDES.includes(name as 'owner' | 'team')) ?? -1;
    if (unknown >= 0) throw invalidAt(`#/include/${unknown}`, 'unknown-include', `must be one of ${LEAD_INCLUDES.join(', ')}`);
    const parsed = filter && parseFilter(filter, leadFields);
    return this.page(actor, { limit, count, sort, include: include as LeadQuery['include'], ...(deleted && { deletedOnly: true }), ...(cursor && { cursor }), ...(q && { q }), ...(parsed && { filter: parsed }) });
  }

  facets(actor: Actor, { filter, q, facets }: FacetRequest): Promise<FacetsView> {
    const parsed = filter && parseFilter(filter, leadFields);
    return this.lists.facets(leadSource, { where: sees(actor), context: contextOf(actor), ...(parsed && { filter: parsed }), ...(q && { q }) }, facets);
  }

  async get(actor: Actor | null, id: string, { include, deleted = 'no' }: GetOptions = {}): Promise<LeadView> {
    const reach = reachOf(actor);
    const lead = await this.reader.row<LeadView>(shaped(`lead ${deleted} ${reach} ${include?.join() ?? ''}`, [id, actor?.userId ?? '', actor?.teamId ?? ''], (lead, userId, teamId) => {
      const included = (include ?? []).map((name) => sql`, ${INCLUDED[name]} as ${sql.id(name)}`);
      const where = [sql`l.id = ${lead}`, ...(deleted === 'no' ? [leadSource.live] : []), ...sees({ userId, teamId, recordAccess: reach })];
      return sql`select ${columns}${sql.join(included, sql``)} from leads l where ${sql.join(where, sql` and `)}`;
    }));
    if (!lead) throw notFound('lead');
    return lead;
  }

  /** Takes the row locks of these leads in the order of their ids; only inside a unit of work. */
  async lock(ids: readonly string[]): Promise<void> {
    if (ids.length > 1) await this.reader.rows(sql`select id from leads where id = any(${[...ids]}::uuid[]) order by id for update`);
  }

  /** The living lead that another system knows by this id, whoever may see it. */
  async idByExternalId(source: string, externalId: string): Promise<string | undefined> {
    const row = await this.reader.row<{ id: string }>(sql`select lead_id as id from lead_external_ids where source = ${source} and external_id = ${externalId}`);
    return row?.id;
  }

  async stats(actor: Actor, { days = 30 }: LeadStatsQuery): Promise<LeadStatsView> {
    const where = visibleHolders(actor, sql.ref('c.owner_id'));
    const [counts, perDay, recent] = await Promise.all([
      this.reader.rows<StatusSourceRow>(statusCountsQuery(where)),
      this.reader.rows<DayCountRow>(dayCountsQuery(where, days)),
      this.list(actor, { limit: 10 }),
    ]);
    return toStats(counts, perDay, [...recent.data]);
  }

  async duplicates(actor: Actor, query: LeadDuplicatesQuery): Promise<LeadDuplicatesView> {
    const rows = await this.reader.rows<DuplicateRow>(duplicatesQuery(query, columns, sees(actor)), { prepared: false });
    return { data: rows.map(toDuplicates) };
  }

  private page(actor: Actor, { sort, include, ...request }: Pick<ListRequest, 'limit' | 'count' | 'cursor' | 'q' | 'filter' | 'deletedOnly'> & Pick<LeadQuery, 'include'> & { sort: readonly string[] | undefined }): Promise<Page<LeadView>> {
    const included = Object.fromEntries((include ?? []).map((name) => [name, INCLUDED[name]]));
    return this.lists.page<LeadView>(leadSource, { ...request, where: sees(actor), sort: parseSort(sort, leadFields, ['-createdAt']), include: included, context: contextOf(actor) });
  }
}
