import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import { beyondSight, Reader } from '../../platform/database/index.js';
import type { FacetRequest, FacetsView, RecordSource, SearchRequest } from '../../platform/query/index.js';
import { columnsOf, including, Records, type Include, type GetOptions, type WrittenKind } from '../../platform/records/index.js';
import { visibleTo, type Belonging, type Seer } from '../../platform/sight/index.js';
import { companyBelonging } from '../companies/index.js';
import type { CONTACT_INCLUDES, ContactQuery } from './contact-lists.dto.js';
import { Contact } from './contact.entity.js';
import type { ContactView } from './contacts.dto.js';
import { contactColumns, contactFields } from './contacts.fields.js';
import type { ContactDuplicatesQuery, ContactDuplicatesView } from './duplicates/contact-duplicates.dto.js';
import { duplicatesQuery, toDuplicates, type DuplicateRow } from './duplicates/contact-duplicates.queries.js';

export const contactSource: RecordSource = {
  resource: 'contacts',
  from: sql`contacts p`,
  id: sql.ref('p.id'),
  fields: contactFields,
  columns: contactColumns,
  search: sql.ref('p.search_text'),
  live: sql`p.deleted_at is null`,
  deleted: sql`p.deleted_at is not null`,
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
};

/** Reads of contacts. Each passes `visibleTo`: what the actor may not see does not exist. */
@Injectable()
export class ContactsQueries {
  constructor(
    private readonly records: Records,
    private readonly reader: Reader,
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

  /** The living contact with this address. */
  async idByEmail(actor: Actor, email: string): Promise<string | undefined> {
    const where = [sql`p.email = ${email}`, sql`p.deleted_at is null`, ...visibleTo(actor, contactBelonging)];
    return (await this.reader.row<{ id: string }>(sql`select p.id from contacts p where ${sql.join(where, sql` and `)}`))?.id;
  }

  /** The living contact that another system knows by this id, whoever may see it. */
  idByExternalId(source: string, externalId: string): Promise<string | undefined> {
    return beyondSight(() => this.records.idByExternalId(contactKind, source, externalId));
  }

  async duplicates(actor: Actor, query: ContactDuplicatesQuery): Promise<ContactDuplicatesView> {
    const rows = await this.reader.rows<DuplicateRow>(duplicatesQuery(query, columnsOf(contactSource), visibleTo(actor, contactBelonging)), { prepared: false });
    return { data: rows.map(toDuplicates) };
  }
}
