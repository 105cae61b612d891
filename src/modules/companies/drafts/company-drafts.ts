import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { mergePatch } from '../../../kernel/merge-patch.js';
import { twoPlaces } from '../../../kernel/money.js';
import { beyondSight, Reader } from '../../../platform/database/index.js';
import { CustomFields, ownerOfNew } from '../../../platform/records/index.js';
import { Settings } from '../../settings/index.js';
import { Users } from '../../users/index.js';
import type { CompanyCreate, CompanyView } from '../companies.dto.js';
import { domainOfWebsite, requireDomain } from './company-domain.js';

/** Makes whole new companies of what was given: domain, currency and owner filled in. */
@Injectable()
export class CompanyDrafts {
  constructor(
    private readonly settings: Settings,
    private readonly users: Users,
    private readonly customFields: CustomFields,
    private readonly reader: Reader,
  ) {}

  async make(actor: Actor | null, input: CompanyCreate): Promise<CompanyView> {
    const place = await this.users.requirePlace(
      { ownerId: ownerOfNew(actor, input), teamId: input.teamId },
      'companies:read',
      actor?.userId,
    );
    const customFields = await this.customFields.accept('companies', input.customFields);
    return {
      ...blank(),
      ...given(input),
      ...place,
      customFields,
      domain: await this.domainOf(input),
      currency: await this.currency(input),
    };
  }

  /** One that was given may turn out to be taken; one that only follows from the website is left to whoever has it. */
  private async domainOf({ domain, website }: CompanyCreate): Promise<string | null> {
    if (domain !== undefined) return domain === null ? null : requireDomain(domain);
    const derived = website ? domainOfWebsite(website) : undefined;
    return derived && (await this.isFree(derived)) ? derived : null;
  }

  private async isFree(domain: string): Promise<boolean> {
    return (
      (await beyondSight(() =>
        this.reader.row(sql`select 1 from companies c where c.domain = ${domain} and c.deleted_at is null`),
      )) === undefined
    );
  }

  private async currency({ annualRevenue, creditLimit, currency }: CompanyCreate): Promise<string | null> {
    return currency ?? (annualRevenue || creditLimit ? await this.settings.get('default_currency') : null);
  }
}

function blank(): CompanyView {
  const now = new Date().toISOString();
  return {
    id: newId(),
    name: '',
    domain: null,
    website: null,
    industry: null,
    size: null,
    employeeCount: null,
    annualRevenue: null,
    currency: null,
    status: 'prospect',
    phone: null,
    email: null,
    addressLine1: null,
    addressLine2: null,
    city: null,
    state: null,
    postalCode: null,
    country: null,
    taxId: null,
    paymentTerms: null,
    creditLimit: null,
    ownerId: null,
    teamId: null,
    notes: null,
    tags: [],
    externalIds: {},
    customFields: {},
    mergedIntoId: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    version: 1,
  };
}

function given(input: CompanyCreate): Partial<CompanyView> {
  const fields = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<CompanyView>;
  for (const amount of ['annualRevenue', 'creditLimit'] as const)
    if (input[amount]) Object.assign(fields, { [amount]: twoPlaces(input[amount]) });
  if (input.externalIds) Object.assign(fields, { externalIds: mergePatch({}, input.externalIds) });
  return fields;
}
