import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError } from '../../../kernel/errors.js';
import { RecordReferences, RecordUpdater } from '../../../platform/records/index.js';
import type { Contact } from '../contact.entity.js';
import { contactType } from '../contact.type.js';
import type { ContactUpdate } from '../contacts.dto.js';
import { requireCompanyOfPrimary } from './contact-factory.js';
import { nameParts } from './contact-name.js';

@Injectable()
export class ContactUpdater {
  constructor(
    private readonly updater: RecordUpdater,
    private readonly references: RecordReferences,
  ) {}

  async applyPatch(actor: Actor, contact: Contact, patch: ContactUpdate): Promise<void> {
    const isMoved = patch.companyId !== undefined && patch.companyId !== contact.companyId;
    await this.references.require('contacts', actor, patch, contact);
    if (patch.isPrimary && !isMoved && !contact.isPrimary && contact.companyId)
      await this.references.requireRecord('companies', actor, contact.companyId, '#/isPrimary');
    // A contact that moves to another company is not primary there, unless the patch says so.
    const isPrimary = patch.isPrimary ?? (contact.isPrimary && !isMoved);
    const names = nameParts(patch, { firstName: contact.firstName ?? null, lastName: contact.lastName ?? null });
    await this.updater.applyPatch(contactType, contact, { ...patch, ...names, isPrimary });
    requireCompanyOfPrimary(contact);
  }

  /** Requires that the actor can see the company, because a primary contact is a choice for the company. */
  async createPrimary(actor: Actor, contact: Contact): Promise<void> {
    if (!contact.companyId || !(await this.references.isVisible('companies', actor, contact.companyId))) {
      throw new ConflictError(
        'contact-without-company',
        'The contact has no company, or its company is deleted or not visible to you.',
      );
    }
    contact.isPrimary = true;
  }
}
