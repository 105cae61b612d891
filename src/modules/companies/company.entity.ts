import { defineEntity, p } from '@mikro-orm/core';
import { addressed, extensible, softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { owned } from '../users/index.js';

export const COMPANY_STATUSES = ['prospect', 'active', 'inactive', 'churned'] as const;
export type CompanyStatus = (typeof COMPANY_STATUSES)[number];

export const COMPANY_SIZES = ['solo', 'small', 'medium', 'large', 'enterprise'] as const;
export type CompanySize = (typeof COMPANY_SIZES)[number];

const CompanySchema = defineEntity({
  name: 'Company',
  tableName: 'companies',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    name: p.string().length(255),
    domain: p.string().length(255).nullable(),
    website: p.string().length(255).nullable(),
    industry: p.string().length(100).nullable(),
    size: p.enum(COMPANY_SIZES).nullable(),
    employeeCount: p.integer().nullable(),
    annualRevenue: p.decimal('string').precision(14).scale(2).nullable(),
    currency: p.string().length(3).nullable(),
    status: p.enum(COMPANY_STATUSES).default('prospect'),
    phone: p.string().length(50).nullable(),
    phoneE164: p.string().length(60).name('phone_e164').nullable().hidden(),
    email: p.string().length(255).nullable(),
    ...addressed,
    taxId: p.string().length(100).nullable(),
    paymentTerms: p.string().length(50).nullable(),
    creditLimit: p.decimal('string').precision(14).scale(2).nullable(),
    ...owned,
    notes: p.text().nullable(),
    ...extensible,
    mergedIntoId: p.uuid().nullable(),
  },
});

/** A customer or prospect. */
export class Company extends CompanySchema.class {}
CompanySchema.setClass(Company);
export { CompanySchema };
