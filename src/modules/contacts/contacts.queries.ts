import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { Conflict, Gone } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import type { FacetRequest, FacetsView, RecordSource, SearchRequest } from '../../platform/query/index.js';
import {
  Duplicates,
  including,
  likeness,
  Records,
  type Include,
  type GetOptions,
  type WrittenKind,
} from '../../platform/records/index.js';
import { visibleTo, type Belonging, type Seer } from '../../platform/sight/index.js';
import { companyBelonging } from '../companies/index.js';
import type { CONTACT_INCLUDES, ContactQuery } from './contact-lists.dto.js';
import { Contact } from './contact.entity.js';
import type { ContactView } from './contacts.dto.js';
import { contactColumns, contactFields, contactSummary } from './contacts.fields.js';
import type { ContactDuplicatesQuery, ContactDuplicatesView } from './duplicates/contact-duplicates.dto.js';

export const contactSource: RecordSource = {
  resource: 'contacts',
  from: sql`contacts p`,
  id: sql.ref('p.id'),
  fields: contactFields,
  columns: contactColumns,
  search: sql.ref('p.search_text'),
  live: sql`p.deleted_at is null`,
  deleted: sql`p.deleted_at is not null`,
  summaries: [contactSummary],
};

/** Whom a contact `p` belongs to. */
export const contactBelonging: Belonging = { owner: sql.ref('p.owner_id'), team: sql.ref('p.team_id') };

/** Of the company what the actor may see of it; one that is deleted is not shown. */
const companyOf = (actor: Seer | null): RawBuilder<unknown> =>
  sql`(select json_build_object('id', c.id, 'name', c.name, 'domain', c.domain) from companies c where ${sql.join([sql`c.id = p.company_id`, sql`c.deleted_at is null`, ...visibleTo(actor, companyBelonging)], sql` and `)})`;

export const contactKind: WrittenKind<ContactView, Contact> = {
  noun: 'contact',
  table: 'contacts',
  entity: Contact,
  source: contactSource,
  belonging: contactBelonging,
  includes: {
    owner: including.person(contactBelonging.owner),
    team: including.team(contactBelonging.team),
    company: { column: companyOf, permission: 'companies:read' },
  } satisfies Record<(typeof CONTACT_INCLUDES)[number], Include>,
  order: ['-createdAt'],
  externalIds: { table: 'contact_external_ids', column: 'contact_id' },
  unique: {
    contacts_email_key: {
      property: 'email',
      column: sql.ref('p.email'),
      taken: (members) =>
        new Conflict('contact-email-taken', 'Another contact has this e-mail address already.', {
          errors: [{ pointer: '#/email', code: 'taken', detail: 'another contact has this e-mail address' }],
          members,
        }),
    },
  },
  merged: {
    column: 'merged_into_id',
    gone: (mergedInto) =>
      new Gone('contact-merged', 'The contact was merged into another one.', { members: { mergedInto } }),
  },
};

/** Reads of contacts. Each passes `visibleTo`: what the actor may not see does not exist. */
@Injectable()
export class ContactsQueries {
  constructor(
    private readonly records: Records,
    private readonly likely: Duplicates,
  ) {}

  list(actor: Actor, query: ContactQuery): Promise<Page<ContactView>> {
    return this.records.list(contactKind, actor, { ...query });
  }

  search(actor: Actor, request: SearchRequest): Promise<Page<ContactView>> {
    return this.records.search(contactKind, actor, request);
  }

  facets(actor: Actor, request: FacetRequest): Promise<FacetsView> {
    return this.records.facets(contactKind, actor, request);
  }

  get(actor: Actor | null, id: string, options?: GetOptions): Promise<ContactView> {
    return this.records.get(contactKind, actor, id, options);
  }

  async duplicates(
    actor: Actor,
    { email, phone, mobile, name, excludeId }: ContactDuplicatesQuery,
  ): Promise<ContactDuplicatesView> {
    const numbers = [sql.ref('p.phone_digits'), sql.ref('p.mobile_digits')];
    const found = await this.likely.find(
      contactKind,
      actor,
      [
        ...likeness.same('same-email', sql.ref('p.email'), email, 95),
        ...likeness.phone(numbers, phone, 85),
        ...likeness.phone(numbers, mobile, 85),
        ...likeness.name(sql.ref('p.name'), sql.ref('p.search_text'), name, 70),
      ],
      excludeId,
    );
    return { data: found.map(({ record, likelihood, reasons }) => ({ contact: record, likelihood, reasons })) };
  }
}
