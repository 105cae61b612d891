import { sql } from 'kysely';
import { asciiDomain } from '../../kernel/values/email.js';
import { defineRecordType } from '../../platform/records/index.js';
import type { CompanyView } from './companies.dto.js';
import { companyEvents } from './companies.events.js';
import { Company, CompanySchema } from './company.entity.js';

export const companyType = defineRecordType<CompanyView, Company>('companies', {
  entity: Company,
  schema: CompanySchema,
  alias: 'c',
  title: 'name',
  subtitle: sql`concat_ws(', ', c.industry, c.city, c.domain)`,
  reference: ['domain'],
  events: companyEvents,
  fields: {
    name: { sort: true, searched: true },
    domain: { lowercase: true, searched: true, equality: { normalize: asciiDomain } },
    industry: { facet: true },
    size: { facet: true },
    annualRevenue: { sort: true },
    currency: { facet: true },
    status: { indexed: true, facet: true },
    teamId: { indexed: true },
    phone: { searched: true },
    email: { isEmail: true, searched: true },
    addressLine1: false,
    addressLine2: false,
    city: { searched: true },
    country: { facet: true, isFixedLength: true },
  },
  counts: ['status', 'size', 'country'],
  unique: {
    domain: { status: 409, code: 'company-domain-taken', detail: 'Another company already has this domain.' },
  },
  merged: { status: 410, code: 'company-merged', detail: 'The company was merged into another company.' },
  retention: { description: 'Deleted companies, from the day of deletion.' },
});
