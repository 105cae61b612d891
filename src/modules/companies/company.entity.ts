import { defineEntity, p } from '@mikro-orm/core';
import { Conflict } from '../../kernel/errors.js';
import { softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { Team, User } from '../users/index.js';

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
    size: p.string().$type<CompanySize>().nullable(),
    employeeCount: p.integer().nullable(),
    annualRevenue: p.decimal('string').precision(14).scale(2).nullable(),
    currency: p.string().length(3).nullable(),
    status: p.string().$type<CompanyStatus>().default('prospect'),
    phone: p.string().length(50).nullable(),
    email: p.string().length(255).nullable(),
    addressLine1: p.string().length(255).name('address_line1').nullable(),
    addressLine2: p.string().length(255).name('address_line2').nullable(),
    city: p.string().length(100).nullable(),
    state: p.string().length(100).nullable(),
    postalCode: p.string().length(20).nullable(),
    country: p.string().length(2).nullable(),
    taxId: p.string().length(100).nullable(),
    paymentTerms: p.string().length(50).nullable(),
    creditLimit: p.decimal('string').precision(14).scale(2).nullable(),
    owner: () => p.manyToOne(User).nullable(),
    team: () => p.manyToOne(Team).nullable(),
    notes: p.text().nullable(),
    tags: p.array().$type<string[]>().default([]),
    externalIds: p.json<Record<string, string>>(),
    customFields: p.json<Record<string, unknown>>(),
    mergedIntoId: p.uuid().nullable(),
  },
});

/** Whom one sells to. */
export class Company extends CompanySchema.class {
  remove(now = new Date()): void {
    if (this.deletedAt) throw new Conflict('company-deleted', 'The company is deleted already.');
    this.deletedAt = now;
  }

  restore(): void {
    if (!this.deletedAt) throw new Conflict('company-not-deleted', 'The company is not deleted.');
    if (this.mergedIntoId)
      throw new Conflict('company-merged', 'The company was merged into another one, where its data is now.');
    this.deletedAt = null;
  }
}
CompanySchema.setClass(Company);
export { CompanySchema };
