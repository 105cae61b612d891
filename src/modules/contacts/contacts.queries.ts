import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import type { FacetRequest, FacetsView, SearchRequest } from '../../platform/query/index.js';
import { Duplicates, likeness, Records, type GetOptions } from '../../platform/records/index.js';
import type { ContactQuery } from './contact-lists.dto.js';
import { contactType } from './contact.type.js';
import type { ContactView } from './contacts.dto.js';
import type { ContactDuplicatesQuery, ContactDuplicatesView } from './duplicates/contact-duplicates.dto.js';

const NUMBERS = [
  ['p', 'phone'],
  ['p', 'mobile'],
] as const;

/** Reads contacts. A contact that the actor cannot see is handled as missing. */
@Injectable()
export class ContactsQueries {
  constructor(
    private readonly records: Records,
    private readonly likely: Duplicates,
  ) {}

  list(actor: Actor, query: ContactQuery): Promise<Page<ContactView>> {
    return this.records.list(contactType, actor, { ...query });
  }

  search(actor: Actor, request: SearchRequest): Promise<Page<ContactView>> {
    return this.records.search(contactType, actor, request);
  }

  facets(actor: Actor, request: FacetRequest): Promise<FacetsView> {
    return this.records.facets(contactType, actor, request);
  }

  get(actor: Actor | null, id: string, options?: GetOptions): Promise<ContactView> {
    return this.records.get(contactType, actor, id, options);
  }

  async duplicates(
    actor: Actor,
    { email, phone, mobile, name, excludeId }: ContactDuplicatesQuery,
  ): Promise<ContactDuplicatesView> {
    const strategies = [
      ...likeness.same('same-email', sql.ref('p.email'), email, 95),
      ...(await this.likely.byPhone(NUMBERS, phone, 85)),
      ...(await this.likely.byPhone(NUMBERS, mobile, 85)),
      ...likeness.name(sql.ref('p.name'), sql.ref('p.search_text'), name, 70),
    ];
    const found = await this.likely.find(contactType, actor, strategies, { excludeId });
    return { data: found.map(({ record, likelihood, reasons }) => ({ contact: record, likelihood, reasons })) };
  }
}
