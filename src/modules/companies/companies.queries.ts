import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import type { FacetRequest, FacetsView, SearchRequest } from '../../platform/query/index.js';
import { Duplicates, likeness, Records, type GetOptions } from '../../platform/records/index.js';
import type { CompanyDuplicatesQuery, CompanyDuplicatesView, CompanyQuery } from './company-lists.dto.js';
import type { CompanyView } from './companies.dto.js';
import { companyType } from './company.type.js';
import { requireDomain } from './factory/company-domain.js';

/** Reads companies. A company that the actor cannot see is handled as missing. */
@Injectable()
export class CompaniesQueries {
  constructor(
    private readonly records: Records,
    private readonly likely: Duplicates,
  ) {}

  list(actor: Actor, query: CompanyQuery): Promise<Page<CompanyView>> {
    return this.records.list(companyType, actor, { ...query });
  }

  search(actor: Actor, request: SearchRequest): Promise<Page<CompanyView>> {
    return this.records.search(companyType, actor, request);
  }

  facets(actor: Actor, request: FacetRequest): Promise<FacetsView> {
    return this.records.facets(companyType, actor, request);
  }

  get(actor: Actor | null, id: string, options?: GetOptions): Promise<CompanyView> {
    return this.records.get(companyType, actor, id, options);
  }

  /** Finds similar companies. Only a domain is unique: branches may share an e-mail address or a phone number. */
  async duplicates(
    actor: Actor,
    { domain, email, phone, name, excludeId }: CompanyDuplicatesQuery,
  ): Promise<CompanyDuplicatesView> {
    const [column, requested] = [sql.ref('c.domain'), domain && requireDomain(domain)];
    const conditions = [
      ...likeness.same('same-domain', column, requested, 97),
      ...likeness.same('same-email', sql.ref('c.email'), email, 90),
      ...(await this.likely.byPhone([['c', 'phone']], phone, 80)),
      ...likeness.name(sql.ref('c.name'), sql.ref('c.search_text'), name, 75),
    ];
    const found = await this.likely.find(companyType, actor, conditions, {
      excludeId,
      contradicts: likeness.otherDomain(column, requested),
    });
    return { data: found.map(({ record, ...why }) => ({ company: record, ...why })) };
  }
}
