import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt } from '../../../kernel/errors.js';
import { RecordFactory, RecordReferences } from '../../../platform/records/index.js';
import { contactType } from '../contact.type.js';
import type { ContactCreate, ContactView } from '../contacts.dto.js';
import { fullName, nameParts } from './contact-name.js';

/** Creates contacts from input and defaults. Sets names and checks the company. */
@Injectable()
export class ContactFactory {
  constructor(
    private readonly factory: RecordFactory,
    private readonly references: RecordReferences,
  ) {}

  async create(actor: Actor, input: ContactCreate): Promise<ContactView> {
    const names = nameParts(input);
    requireCompanyOfPrimary(input);
    await this.references.require('contacts', actor, input);
    return { ...(await this.factory.create(contactType, actor, input)), ...names, name: fullName(names) };
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
    throw invalidAt('#/isPrimary', 'needs-company', 'a contact without a company cannot be a primary contact');
}
