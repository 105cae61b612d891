import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import type { FacetRequest, FacetsView, RecordSource, SearchRequest, Sql } from '../../platform/query/index.js';
import { including, Records, type GetOptions, type Include, type WrittenKind } from '../../platform/records/index.js';
import { visibleTo, type Belonging, type Seer } from '../../platform/sight/index.js';
import { companyBelonging } from '../companies/index.js';
import { contactBelonging } from '../contacts/index.js';
import type { DealInclude, DealQuery } from './deal-lists.dto.js';
import { Deal } from './deal.entity.js';
import type { DealView } from './deals.dto.js';
import { dealColumns, dealFields, dealSummary } from './deals.fields.js';

export const dealSource: RecordSource = {
  resource: 'deals',
  from: sql`deals d`,
  joins: sql`left join pipeline_stages s on s.id = d.stage_id`,
  id: sql.ref('d.id'),
  fields: dealFields,
  columns: dealColumns,
  search: sql.ref('d.search_text'),
  live: sql`d.deleted_at is null`,
  deleted: sql`d.deleted_at is not null`,
  summaries: [dealSummary],
};

/** Whom a deal `d` belongs to. */
export const dealBelonging: Belonging = { owner: sql.ref('d.owner_id'), team: sql.ref('d.team_id') };

/** Of what a deal is linked to, what the actor may see of it; what is deleted is not shown. */
const companyOf = (actor: Seer | null): Sql =>
  sql`(select json_build_object('id', c.id, 'name', c.name, 'domain', c.domain) from companies c where ${sql.join([sql`c.id = d.company_id`, sql`c.deleted_at is null`, ...visibleTo(actor, companyBelonging)], sql` and `)})`;
const contactOf = (actor: Seer | null): Sql =>
  sql`(select json_build_object('id', p.id, 'name', p.name) from contacts p where ${sql.join([sql`p.id = d.contact_id`, sql`p.deleted_at is null`, ...visibleTo(actor, contactBelonging)], sql` and `)})`;

const includes: Record<DealInclude, Include> = {
  owner: including.person(dealBelonging.owner),
  team: including.team(dealBelonging.team),
  company: { column: companyOf, permission: 'companies:read' },
  contact: { column: contactOf, permission: 'contacts:read' },
  stage: {
    column: () =>
      sql`(select json_build_object('id', t.id, 'name', t.name, 'kind', t.kind) from pipeline_stages t where t.id = d.stage_id)`,
    permission: 'pipelines:read',
  },
  pipeline: {
    column: () =>
      sql`(select json_build_object('id', t.id, 'name', t.name) from pipelines t where t.id = d.pipeline_id)`,
    permission: 'pipelines:read',
  },
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
