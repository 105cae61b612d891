import { sql, type RawBuilder } from 'kysely';
import { defineRecordFields, field, type Fields } from '../../platform/query/index.js';
import { columnsFrom, counted, recordSummary } from '../../platform/records/index.js';
import type { CompanyView } from './companies.dto.js';
import { COMPANY_SIZES, COMPANY_STATUSES } from './company.entity.js';

/** Columns by public name. */
export const COMPANY_COLUMNS = {
  id: 'id',
  name: 'name',
  domain: 'domain',
  website: 'website',
  industry: 'industry',
  size: 'size',
  employeeCount: 'employee_count',
  annualRevenue: 'annual_revenue',
  currency: 'currency',
  status: 'status',
  phone: 'phone',
  email: 'email',
  addressLine1: 'address_line1',
  addressLine2: 'address_line2',
  city: 'city',
  state: 'state',
  postalCode: 'postal_code',
  country: 'country',
  taxId: 'tax_id',
  paymentTerms: 'payment_terms',
  creditLimit: 'credit_limit',
  ownerId: 'owner_id',
  teamId: 'team_id',
  notes: 'notes',
  tags: 'tags',
  externalIds: 'external_ids',
  customFields: 'custom_fields',
  mergedIntoId: 'merged_into_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
  version: 'version',
} as const satisfies Record<keyof Omit<CompanyView, 'owner' | 'team'>, string>;

/** What a company's view is selected from. */
export const companyColumns: Record<keyof typeof COMPANY_COLUMNS, RawBuilder<unknown>> = columnsFrom(
  'c',
  COMPANY_COLUMNS,
);

/** Compared as text, a column of two characters has no index. */
const country = {
  expression: sql.ref('c.country'),
  of: (value: RawBuilder<unknown>): RawBuilder<unknown> => sql`${value}::bpchar`,
};
/** The text in which a search looks. */
const searched = sql.ref('c.search_text');

/** What may be filtered, sorted, counted by and searched, by public name. */
export const companyFields = {
  id: field.uuid('c.id'),
  name: field.text('c.name', { sort: { expression: sql`lower(c.name)` }, searched }),
  domain: field.text('c.domain', { nullable: true, lowercase: true, searched }),
  website: field.text('c.website', { nullable: true }),
  industry: field.text('c.industry', { nullable: true, facet: true }),
  size: field.choice('c.size', COMPANY_SIZES, { nullable: true, facet: true }),
  employeeCount: field.integer('c.employee_count', { nullable: true }),
  annualRevenue: field.decimal('c.annual_revenue', {
    nullable: true,
    sort: { expression: sql`coalesce(c.annual_revenue, -1)` },
  }),
  currency: field.text('c.currency', { nullable: true, facet: true }),
  status: field.choice('c.status', COMPANY_STATUSES, { facet: true }),
  phone: field.text('c.phone', { nullable: true, searched }),
  email: field.text('c.email', { nullable: true, lowercase: true, searched }),
  city: field.text('c.city', { nullable: true, searched }),
  state: field.text('c.state', { nullable: true }),
  postalCode: field.text('c.postal_code', { nullable: true }),
  country: field.text('c.country', { nullable: true, facet: true, probe: country }),
  taxId: field.text('c.tax_id', { nullable: true }),
  paymentTerms: field.text('c.payment_terms', { nullable: true }),
  creditLimit: field.decimal('c.credit_limit', { nullable: true }),
  ownerId: field.uuid('c.owner_id', { nullable: true, facet: true, user: true }),
  teamId: field.uuid('c.team_id', { nullable: true, facet: true, team: true }),
  tags: field.tags('c.tags', { facet: true }),
  custom: field.json('c.custom_fields', { property: 'customFields' }),
  createdAt: field.timestamp('c.created_at', { sort: true }),
  updatedAt: field.timestamp('c.updated_at', { sort: true }),
} satisfies Fields;
defineRecordFields('companies', companyFields);

/** What is counted with every write. */
export const companySummary = recordSummary('companies', {
  status: field.choice(counted('status'), COMPANY_STATUSES),
  size: field.choice(counted('size'), COMPANY_SIZES, { nullable: true }),
  country: field.text(counted('country'), { nullable: true }),
});
