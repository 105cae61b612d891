import { sql, type RawBuilder } from 'kysely';
import { defineRecordFields, field, type Fields } from '../../platform/query/index.js';
import { columnsFrom } from '../../platform/records/index.js';
import { CONTACT_SOURCES, CONTACT_STATUSES, PREFERRED_CONTACTS } from './contact.entity.js';
import type { ContactView } from './contacts.dto.js';

/** Columns that are stored and shown under the same meaning: public name to column. */
export const CONTACT_COLUMNS = {
  id: 'id', firstName: 'first_name', lastName: 'last_name', companyId: 'company_id', email: 'email', phone: 'phone', mobile: 'mobile', title: 'title', department: 'department',
  addressLine1: 'address_line1', addressLine2: 'address_line2', city: 'city', state: 'state', postalCode: 'postal_code', country: 'country', status: 'status', source: 'source', leadScore: 'lead_score',
  ownerId: 'owner_id', teamId: 'team_id', isPrimary: 'is_primary', preferredContact: 'preferred_contact', linkedinUrl: 'linkedin_url', twitterHandle: 'twitter_handle', notes: 'notes',
  emailOptOutAt: 'email_opt_out_at', tags: 'tags', externalIds: 'external_ids', customFields: 'custom_fields', createdAt: 'created_at', updatedAt: 'updated_at', deletedAt: 'deleted_at', version: 'version',
} as const satisfies Record<keyof Omit<ContactView, 'name' | 'owner' | 'team'>, string>;

/** What a contact's view is selected from: every property has its expression, or this does not compile. The name is made by the database. */
export const contactColumns: Record<keyof Omit<ContactView, 'owner' | 'team'>, RawBuilder<unknown>> = { ...columnsFrom('c', CONTACT_COLUMNS), name: sql.ref('c.name') };

/** What may be filtered, sorted, counted by and searched, by public name. */
export const contactFields = {
  id: field.uuid('c.id'),
  name: field.text('c.name', { sort: { expression: sql`lower(c.name)` } }),
  firstName: field.text('c.first_name', { nullable: true }),
  lastName: field.text('c.last_name', { nullable: true, sort: { expression: sql`lower(coalesce(c.last_name, c.first_name))` } }),
  companyId: field.uuid('c.company_id', { nullable: true, facet: true }),
  email: field.text('c.email', { nullable: true, lowercase: true }),
  phone: field.text('c.phone', { nullable: true }),
  mobile: field.text('c.mobile', { nullable: true }),
  title: field.text('c.title', { nullable: true }),
  department: field.text('c.department', { nullable: true, facet: true }),
  city: field.text('c.city', { nullable: true, facet: true }),
  state: field.text('c.state', { nullable: true }),
  postalCode: field.text('c.postal_code', { nullable: true }),
  country: field.text('c.country', { nullable: true, facet: true }),
  status: field.choice('c.status', CONTACT_STATUSES, { facet: true }),
  source: field.choice('c.source', CONTACT_SOURCES, { nullable: true, facet: true }),
  leadScore: field.integer('c.lead_score', { sort: true }),
  ownerId: field.uuid('c.owner_id', { nullable: true, facet: true, user: true }),
  teamId: field.uuid('c.team_id', { nullable: true, facet: true, team: true }),
  isPrimary: field.boolean('c.is_primary', { facet: true }),
  preferredContact: field.choice('c.preferred_contact', PREFERRED_CONTACTS, { facet: true }),
  emailOptOutAt: field.timestamp('c.email_opt_out_at', { nullable: true }),
  tags: field.tags('c.tags', { facet: true }),
  custom: field.json('c.custom_fields', { property: 'customFields' }),
  createdAt: field.timestamp('c.created_at', { sort: true }),
  updatedAt: field.timestamp('c.updated_at', { sort: true }),
} satisfies Fields;
defineRecordFields('contacts', contactFields);
