import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { Conflict, Gone } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import type { FacetRequest, FacetsView, RecordSource, SearchRequest } from '../../platform/query/index.js';
import {
  Duplicates,
  including,
  likeness,
  Records,
  type GetOptions,
  type WrittenKind,
} from '../../platform/records/index.js';
import type { Belonging } from '../../platform/sight/index.js';
import { Company } from './company.entity.js';
import type {
  COMPANY_INCLUDES,
  CompanyDuplicatesQuery,
  CompanyDuplicatesView,
  CompanyQuery,
} from './company-lists.dto.js';
import type { CompanyView } from './companies.dto.js';
import { companyColumns, companyFields, companySummary } from './companies.fields.js';
import { requireDomain } from './drafts/company-domain.js';

export const companySource: RecordSource = {
  resource: 'companies',
  from: sql`companies c`,
  id: sql.ref('c.id'),
  fields: companyFields,
  columns: companyColumns,
  search: sql.ref('c.search_text'),
  live: sql`c.deleted_at is null`,
  deleted: sql`c.deleted_at is not null`,
  summaries: [companySummary],
};

/** Whom a company `c` belongs to. */
export const companyBelonging: Belonging = { owner: sql.ref('c.owner_id'), team: sql.ref('c.team_id') };

export const companyKind: WrittenKind<CompanyView, Company> = {
  noun: 'company',
  table: 'companies',
  entity: Company,
  source: companySource,
  belonging: companyBelonging,
  includes: {
    owner: including.person(companyBelonging.owner),
    team: including.team(companyBelonging.team),
  } satisfies Record<(typeof COMPANY_INCLUDES)[number], unknown>,
  order: ['-createdAt'],
  externalIds: { table: 'company_external_ids', column: 'company_id' },
  unique: {
    companies_domain_key: {
      property: 'domain',
      column: sql.ref('c.domain'),
      taken: (members) =>
        new Conflict('company-domain-taken', 'Another company has this domain already.', {
          errors: [{ pointer: '#/domain', code: 'taken', detail: 'another company has this domain' }],
          members,
        }),
    },
  },
  merged: {
    column: 'merged_into_id',
    gone: (mergedInto) =>
      new Gone('company-merged', 'The company was merged into another one.', { members: { mergedInto } }),
  },
};

/** Reads of companies. Each passes `visibleTo`: what the actor may not see does not exist. */
@Injectable()
export class CompaniesQueries {
  constructor(
    private readonly records: Records,
    private readonly likely: Duplicates,
  ) {}

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

  /** A domain is one company's own, an address or a number may be shared by its branches. */
  async duplicates(
    actor: Actor,
    { domain, email, phone, name, excludeId }: CompanyDuplicatesQuery,
  ): Promise<CompanyDuplicatesView> {
    const ways = [
      ...likeness.same('same-domain', sql.ref('c.domain'), domain && requireDomain(domain), 97),
      ...likeness.same('same-email', sql.ref('c.email'), email, 90),
      ...likeness.phone([sql.ref('c.phone_digits')], phone, 80),
      ...likeness.name(sql.ref('c.name'), sql.ref('c.search_text'), name, 75),
    ];
    const found = await this.likely.find(companyKind, actor, ways, excludeId);
    return { data: found.map(({ record, ...why }) => ({ company: record, ...why })) };
  }
}
