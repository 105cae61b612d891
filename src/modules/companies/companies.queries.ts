import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import type { FacetRequest, FacetsView, RecordSource, SearchRequest } from '../../platform/query/index.js';
import { including, Records, type GetOptions, type WrittenKind } from '../../platform/records/index.js';
import type { Belonging } from '../../platform/sight/index.js';
import { Company } from './company.entity.js';
import type { COMPANY_INCLUDES, CompanyQuery } from './company-lists.dto.js';
import type { CompanyView } from './companies.dto.js';
import { companyColumns, companyFields } from './companies.fields.js';

export const companySource: RecordSource = {
  resource: 'companies',
  from: sql`companies c`,
  id: sql.ref('c.id'),
  fields: companyFields,
  columns: companyColumns,
  search: sql.ref('c.search_text'),
  live: sql`c.deleted_at is null`,
  deleted: sql`c.deleted_at is not null`,
};

/** Whom a company `c` belongs to. */
export const companyBelonging: Belonging = { owner: sql.ref('c.owner_id'), team: sql.ref('c.team_id') };

export const companyKind: WrittenKind<CompanyView, Company> = {
  noun: 'company',
  table: 'companies',
  entity: Company,
  source: companySource,
  belonging: companyBelonging,
  includes: { owner: including.person(companyBelonging.owner), team: including.team(companyBelonging.team) } satisfies Record<(typeof COMPANY_INCLUDES)[number], unknown>,
  order: ['-createdAt'],
  externalIds: { table: 'company_external_ids', column: 'company_id' },
};

/** Reads of companies. Each passes `visibleTo`: what the actor may not see does not exist. */
@Injectable()
export class CompaniesQueries {
  constructor(private readonly records: Records) {}

  list(actor: Actor, query: CompanyQuery): Promise<Page<CompanyView>> {
    return this.records.list(companyKind, actor, { ...query });
  }

  search(actor: Actor, request: SearchRequest): Promise<Page<CompanyView>> {
    return this.records.search(companyKind, actor, request);
  }

  facets(actor: Actor, request: FacetRequest): Promise<FacetsView> {
    return this.records.facets(companyKind, actor, request);
  }

  get(actor: Actor | null, id: string, options?: GetOptions): Promise<CompanyView> {
    return this.records.get(companyKind, actor, id, options);
  }
}
