import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import { QueryRunner } from '../../platform/database/index.js';
import type { FacetRequest, FacetsView, SearchRequest } from '../../platform/query/index.js';
import { Duplicates, likeness, Records, type GetOptions } from '../../platform/records/index.js';
import { accessScopeOf, visibleTo } from '../../platform/visibility/index.js';
import type {
  LeadDuplicatesQuery,
  LeadDuplicatesView,
  LeadDuplicateView,
  LeadQuery,
  LeadStatsQuery,
  LeadStatsView,
} from './lead-lists.dto.js';
import { leadType } from './lead.type.js';
import type { LeadView } from './leads.dto.js';
import {
  countsOfAllLeads,
  countsOfLeads,
  dayCountsQuery,
  statusCountsQuery,
  toStats,
  type DayCountRow,
  type StatusSourceRow,
} from './stats/lead-stats.queries.js';

/** Reads leads. Every query applies the visibility of the actor. */
@Injectable()
export class LeadsQueries {
  constructor(
    private readonly records: Records,
    private readonly queryRunner: QueryRunner,
    private readonly likely: Duplicates,
  ) {}

  list(actor: Actor, query: LeadQuery): Promise<Page<LeadView>> {
    return this.records.list(leadType, actor, { ...query });
  }

  search(actor: Actor, request: SearchRequest): Promise<Page<LeadView>> {
    return this.records.search(leadType, actor, request);
  }

  facets(actor: Actor, request: FacetRequest): Promise<FacetsView> {
    return this.records.facets(leadType, actor, request);
  }

  get(actor: Actor | null, id: string, options?: GetOptions): Promise<LeadView> {
    return this.records.get(leadType, actor, id, options);
  }

  async stats(actor: Actor, { days = 30 }: LeadStatsQuery): Promise<LeadStatsView> {
    const canSeeAll = accessScopeOf(actor) === 'all';
    const counted = canSeeAll ? countsOfAllLeads() : countsOfLeads(visibleTo(actor, leadType.ownershipColumns), days);
    const [counts, perDay, recent] = await Promise.all([
      this.queryRunner.rows<StatusSourceRow>(statusCountsQuery(counted)),
      this.queryRunner.rows<DayCountRow>(dayCountsQuery(counted, days)),
      this.list(actor, { limit: 10 }),
    ]);
    return toStats(counts, perDay, [...recent.data]);
  }

  async duplicates(actor: Actor, { email, phone, name, excludeId }: LeadDuplicatesQuery): Promise<LeadDuplicatesView> {
    const strategies = [
      ...likeness.same('same-email', sql.ref('l.email'), email, 95),
      ...(await this.likely.byPhone([['l', 'phone']], phone, 85)),
      ...likeness.name(sql.ref('l.name'), sql.ref('l.search_text'), name, 70),
    ];
    const found = await this.likely.find(leadType, actor, strategies, { excludeId });
    return { data: found.map(({ record, ...why }) => ({ lead: record, ...why })) as LeadDuplicateView[] };
  }
}
