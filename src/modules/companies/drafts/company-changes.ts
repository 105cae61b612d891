import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { mergePatch } from '../../../kernel/merge-patch.js';
import { twoPlaces } from '../../../kernel/money.js';
import { CustomFields, type RecordAssignment } from '../../../platform/records/index.js';
import { Team, User, Users } from '../../users/index.js';
import type { CompanyUpdate } from '../companies.dto.js';
import type { Company } from '../company.entity.js';
import { requireDomain } from './company-domain.js';

/** Puts wanted values on a company, with what follows from them. */
@Injectable()
export class CompanyChanges {
  constructor(
    private readonly users: Users,
    private readonly customFields: CustomFields,
  ) {}

  async apply(
    company: Company,
    { domain, annualRevenue, creditLimit, externalIds, customFields, ...wanted }: CompanyUpdate,
  ): Promise<void> {
    const amount = (value: string | null | undefined): string | null | undefined =>
      typeof value === 'string' ? twoPlaces(value) : value;
    const values = {
      ...wanted,
      domain: typeof domain === 'string' ? requireDomain(domain) : domain,
      annualRevenue: amount(annualRevenue),
      creditLimit: amount(creditLimit),
      externalIds: externalIds && (mergePatch(company.externalIds, externalIds) as Record<string, string>),
      customFields: customFields && (await this.customFields.accept('companies', customFields, company.customFields)),
    };
    Object.assign(company, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
  }

  /** Who owns it already may stay, also after having lost the right to read companies. */
  async assign(company: Company, { ownerId, teamId }: RecordAssignment, em: EntityManager): Promise<void> {
    const place = await this.users.requirePlace(
      { ownerId, teamId: ownerId || teamId !== undefined ? teamId : company.team?.id },
      'companies:read',
      company.owner?.id,
    );
    company.owner = place.ownerId ? em.getReference(User, place.ownerId) : null;
    company.team = place.teamId ? em.getReference(Team, place.teamId) : null;
  }
}
