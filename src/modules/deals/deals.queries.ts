import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import type { FacetRequest, FacetsView, RecordSource, SearchRequest } from '../../platform/query/index.js';
import { including, Records, type GetOptions, type Include, type WrittenKind } from '../../platform/records/index.js';
import type { Belonging } from '../../platform/sight/index.js';
import type { DealInclude, DealQuery } from './deal-lists.dto.js';
import { Deal } from './deal.entity.js';
import type { DealView } from './deals.dto.js';
import { dealColumns, dealFields } from './deals.fields.js';

export const dealSource: RecordSource = {
  resource: 'deals',
  // Left, so that the planner leaves the stage out where nobody asks for it.
  from: sql`deals d left join pipeline_stages s on s.id = d.stage_id`,
  id: sql.ref('d.id'),
  fields: dealFields,
  columns: dealColumns,
  search: sql.ref('d.search_text'),
  live: sql`d.deleted_at is null`,
  deleted: sql`d.deleted_at is not null`,
};

/** Whom a deal `d` belongs to. */
export const dealBelonging: Belonging = { owner: sql.ref('d.owner_id'), team: sql.ref('d.team_id') };

const includes: Record<DealInclude, Include> = {
  owner: including.person(dealBelonging.owner),
  team: including.team(dealBelonging.team),
};

export const dealKind: WrittenKind<DealView, Deal> = {
  noun: 'deal',
  table: 'deals',
  entity: Deal,
  source: dealSource,
  belonging: dealBelonging,
  includes,
  order: ['-createdAt'],
  externalIds: { table: 'deal_external_ids', column: 'deal_id' },
};

/** Reads of deals. Each passes `visibleTo`: what the actor may not see does not exist. */
@Injectable()
export class DealsQueries {
  constructor(private readonly records: Records) {}

  list(actor: Actor, query: DealQuery): Promise<Page<DealView>> {
    return this.records.list(dealKind, actor, { ...query });
  }

  search(actor: Actor, request: SearchRequest): Promise<Page<DealView>> {
    return this.records.search(dealKind, actor, request);
  }

  facets(actor: Actor, request: FacetRequest): Promise<FacetsView> {
    return this.records.facets(dealKind, actor, request);
  }

  get(actor: Actor | null, id: string, options?: GetOptions): Promise<DealView> {
    return this.records.get(dealKind, actor, id, options);
  }
}
