import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { invalidAt } from '../../../kernel/errors.js';
import { mergePatch } from '../../../kernel/merge-patch.js';
import { CustomFields, ownerOfNew } from '../../../platform/records/index.js';
import { Users } from '../../users/index.js';
import type { ContactCreate, ContactView } from '../contacts.dto.js';
import { ContactCompany } from './contact-company.js';
import { fullName, nameParts } from './contact-name.js';

/** Makes whole new contacts of what was given: names and owner filled in, the company looked up. */
@Injectable()
export class ContactDrafts {
  constructor(
    private readonly users: Users,
    private readonly company: ContactCompany,
    private readonly customFields: CustomFields,
  ) {}

  async make(actor: Actor, input: ContactCreate): Promise<ContactView> {
    const names = nameParts(input);
    requireCompanyOfPrimary(input);
    if (input.companyId) await this.company.require(actor, input.companyId);
    const place = await this.users.requirePlace(
      { ownerId: ownerOfNew(actor, input), teamId: input.teamId },
      'contacts:read',
      actor.userId,
    );
    const customFields = await this.customFields.accept('contacts', input.customFields);
    return { ...blank(), ...given(input), ...names, name: fullName(names), ...place, customFields };
  }
}

export function requireCompanyOfPrimary({
  isPrimary,
  companyId,
}: {
  readonly isPrimary?: boolean | undefined;
  readonly companyId?: string | null | undefined;
}): void {
  if (isPrimary && !companyId)
    throw invalidAt('#/isPrimary', 'needs-company', 'only a contact of a company is its primary contact');
}

function blank(): ContactView {
  const now = new Date().toISOString();
  return {
    id: newId(),
    name: '',
    firstName: null,
    lastName: null,
    companyId: null,
    email: null,
    phone: null,
    mobile: null,
    title: null,
    department: null,
    addressLine1: null,
    addressLine2: null,
    city: null,
    state: null,
    postalCode: null,
    country: null,
    status: 'new',
    source: null,
    leadScore: 0,
    ownerId: null,
    teamId: null,
    isPrimary: false,
    preferredContact: 'email',
    linkedinUrl: null,
    twitterHandle: null,
    notes: null,
    emailOptOutAt: null,
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

function given(input: ContactCreate): Partial<ContactView> {
  const fields = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<ContactView>;
  if (input.emailOptOutAt) fields.emailOptOutAt = new Date(input.emailOptOutAt).toISOString();
  if (input.externalIds) fields.externalIds = mergePatch({}, input.externalIds) as Record<string, string>;
  return fields;
}
