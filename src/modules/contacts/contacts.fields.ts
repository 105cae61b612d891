import { sql, type RawBuilder } from 'kysely';
import { defineRecordFields, field, type Fields } from '../../platform/query/index.js';
import { columnsFrom, counted, recordSummary } from '../../platform/records/index.js';
import { CONTACT_SOURCES, CONTACT_STATUSES, PREFERRED_CONTACTS } from './contact.entity.js';
import type { ContactView } from './contacts.dto.js';

/** Columns that are stored and shown under the same meaning: public name to column. */
export const CONTACT_COLUMNS = {
  id: 'id',
  firstName: 'first_name',
  lastName: 'last_name',
  companyId: 'company_id',
  email: 'email',
  phone: 'phone',
  mobile: 'mobile',
  title: 'title',
  department: 'department',
  addressLine1: 'address_line1',
  addressLine2: 'address_line2',
  city: 'city',
  state: 'state',
  postalCode: 'postal_code',
  country: 'country',
  status: 'status',
  source: 'source',
  leadScore: 'lead_score',
  ownerId: 'owner_id',
  teamId: 'team_id',
  isPrimary: 'is_primary',
  preferredContact: 'preferred_contact',
  linkedinUrl: 'linkedin_url',
  twitterHandle: 'twitter_handle',
  notes: 'notes',
  emailOptOutAt: 'email_opt_out_at',
  tags: 'tags',
  externalIds: 'external_ids',
  customFields: 'custom_fields',
  mergedIntoId: 'merged_into_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
  version: 'version',
} as const satisfies Record<keyof Omit<ContactView, 'name' | 'company' | 'owner' | 'team'>, string>;

/** What a contact's view is selected from: every property has its expression, or this does not compile. The name is made by the database. */
export const contactColumns: Record<keyof Omit<ContactView, 'company' | 'owner' | 'team'>, RawBuilder<unknown>> = {
  ...columnsFrom('p', CONTACT_COLUMNS),
  name: sql.ref('p.name'),
};

/** Compared as text, a column of two characters has no index. */
const country = {
  expression: sql.ref('p.country'),
  of: (value: RawBuilder<unknown>): RawBuilder<unknown> => sql`${value}::bpchar`,
};
/** The text in which a search looks. */
const searched = sql.ref('p.search_text');

/** What may be filtered, sorted, counted by and searched, by public name. */
export const contactFields = {
  id: field.uuid('p.id'),
  name: field.text('p.name', { sort: { expression: sql`lower(p.name)` }, searched }),
  firstName: field.text('p.first_name', { nullable: true, searched }),
  lastName: field.text('p.last_name', {
    nullable: true,
    sort: { expression: sql`lower(coalesce(p.last_name, p.first_name))` },
    searched,
  }),
  companyId: field.uuid('p.company_id', { nullable: true, facet: true }),
  email: field.text('p.email', { nullable: true, lowercase: true, searched }),
  phone: field.text('p.phone', { nullable: true, searched }),
  mobile: field.text('p.mobile', { nullable: true, searched }),
  title: field.text('p.title', { nullable: true }),
  department: field.text('p.department', { nullable: true, facet: true }),
  city: field.text('p.city', { nullable: true, facet: true }),
  state: field.text('p.state', { nullable: true }),
  postalCode: field.text('p.postal_code', { nullable: true }),
  country: field.text('p.country', { nullable: true, facet: true, probe: country }),
  status: field.choice('p.status', CONTACT_STATUSES, { facet: true }),
  source: field.choice('p.source', CONTACT_SOURCES, { nullable: true, facet: true }),
  leadScore: field.integer('p.lead_score', { sort: true }),
  ownerId: field.uuid('p.owner_id', { nullable: true, facet: true, user: true }),
  teamId: field.uuid('p.team_id', { nullable: true, facet: true, team: true }),
  isPrimary: field.boolean('p.is_primary', { facet: true }),
  preferredContact: field.choice('p.preferred_contact', PREFERRED_CONTACTS, { facet: true }),
  emailOptOutAt: field.timestamp('p.email_opt_out_at', { nullable: true }),
  tags: field.tags('p.tags', { facet: true }),
  custom: field.json('p.custom_fields', { property: 'customFields' }),
  createdAt: field.timestamp('p.created_at', { sort: true }),
  updatedAt: field.timestamp('p.updated_at', { sort: true }),
} satisfies Fields;
defineRecordFields('contacts', contactFields);

/** What is counted with every write. */
export const contactSummary = recordSummary('contacts', {
  status: field.choice(counted('status'), CONTACT_STATUSES),
  source: field.choice(counted('source'), CONTACT_SOURCES, { nullable: true }),
  country: field.text(counted('country'), { nullable: true }),
});
