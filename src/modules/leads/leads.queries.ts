import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import { Reader } from '../../platform/database/index.js';
import type { FacetRequest, FacetsView, RecordSource, SearchRequest } from '../../platform/query/index.js';
import { columnsOf, including, Records, type GetOptions, type WrittenKind } from '../../platform/records/index.js';
import { reachOf, visibleHolders, visibleTo, type Belonging } from '../../platform/sight/index.js';
import type {
  LEAD_INCLUDES,
  LeadDuplicatesQuery,
  LeadDuplicatesView,
  LeadQuery,
  LeadStatsQuery,
  LeadStatsView,
} from './lead-lists.dto.js';
import { Lead } from './lead.entity.js';
import type { LeadView } from './leads.dto.js';
import { allLeadsSummary, leadColumns, leadFields, leadSummary } from './leads.fields.js';
import { duplicatesQuery, toDuplicates, type DuplicateRow } from './lead-duplicates.queries.js';
import {
  dayCountsQuery,
  KEPT_OF_ALL,
  keptByHolder,
  statusCountsQuery,
  toStats,
  type DayCountRow,
  type StatusSourceRow,
} from './lead-stats.queries.js';

export const leadSource: RecordSource = {
  resource: 'leads',
  from: sql`leads l`,
  id: sql.ref('l.id'),
  fields: leadFields,
  columns: leadColumns,
  search: sql.ref('l.search_text'),
  live: sql`l.deleted_at is null`,
  deleted: sql`l.deleted_at is not null`,
  summaries: [allLeadsSummary, leadSummary],
};

/** Whom a lead `l` belongs to. */
export const leadBelonging: Belonging = { owner: sql.ref('l.owner_id'), team: sql.ref('l.team_id') };

export const leadKind: WrittenKind<LeadView, Lead> = {
  noun: 'lead',
  table: 'leads',
  entity: Lead,
  source: leadSource,
  belonging: leadBelonging,
  includes: { owner: including.person(leadBelonging.owner), team: including.team(leadBelonging.team) } satisfies Record<
    (typeof LEAD_INCLUDES)[number],
    unknown
  >,
  order: ['-createdAt'],
  externalIds: { table: 'lead_external_ids', column: 'lead_id' },
};

/** Reads of leads. Each passes `visibleTo`: what the actor may not see does not exist. */
@Injectable()
export class LeadsQueries {
  constructor(
    private readonly records: Records,
    private readonly reader: Reader,
  ) {}

  list(actor: Actor, query: LeadQuery): Promise<Page<LeadView>> {
    return this.records.list(leadKind, actor, { ...query });
  }

  search(actor: Actor, request: SearchRequest): Promise<Page<LeadView>> {
    return this.records.search(leadKind, actor, request);
  }

  facets(actor: Actor, request: FacetRequest): Promise<FacetsView> {
    return this.records.facets(leadKind, actor, request);
  }

  get(actor: Actor | null, id: string, options?: GetOptions): Promise<LeadView> {
    return this.records.get(leadKind, actor, id, options);
  }

  async stats(actor: Actor, { days = 30 }: LeadStatsQuery): Promise<LeadStatsView> {
    const kept = reachOf(actor) === 'all' ? KEPT_OF_ALL : keptByHolder(visibleHolders(actor, sql.ref('c.owner_id')));
    const [counts, perDay, recent] = await Promise.all([
      this.reader.rows<StatusSourceRow>(statusCountsQuery(kept)),
      this.reader.rows<DayCountRow>(dayCountsQuery(kept, days)),
      this.list(actor, { limit: 10 }),
    ]);
    return toStats(counts, perDay, [...recent.data]);
  }

  async duplicates(actor: Actor, query: LeadDuplicatesQuery): Promise<LeadDuplicatesView> {
    const rows = await this.reader.rows<DuplicateRow>(
      duplicatesQuery(query, columnsOf(leadSource), visibleTo(actor, leadBelonging)),
      { prepared: false },
    );
    return { data: rows.map(toDuplicates) };
  }
}
