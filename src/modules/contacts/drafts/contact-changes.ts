import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict } from '../../../kernel/errors.js';
import { mergePatch } from '../../../kernel/merge-patch.js';
import { CustomFields, type RecordAssignment } from '../../../platform/records/index.js';
import { Team, User, Users } from '../../users/index.js';
import type { Contact } from '../contact.entity.js';
import type { ContactUpdate } from '../contacts.dto.js';
import { ContactCompany } from './contact-company.js';
import { requireCompanyOfPrimary } from './contact-drafts.js';
import { nameParts } from './contact-name.js';

/** Fields that are not simply taken over. Owner and team come along where a record is sent as it would be made. */
const DERIVED = new Set([
  'name',
  'firstName',
  'lastName',
  'isPrimary',
  'emailOptOutAt',
  'externalIds',
  'customFields',
  'ownerId',
  'teamId',
]);

/** Puts wanted values on a contact, with what follows from them. */
@Injectable()
export class ContactChanges {
  constructor(
    private readonly users: Users,
    private readonly company: ContactCompany,
    private readonly customFields: CustomFields,
  ) {}

  async apply(actor: Actor, contact: Contact, wanted: ContactUpdate): Promise<void> {
    const isMoved = wanted.companyId !== undefined && wanted.companyId !== contact.companyId;
    if (wanted.companyId && isMoved) await this.company.require(actor, wanted.companyId);
    if (wanted.isPrimary && !isMoved && !contact.isPrimary && contact.companyId)
      await this.company.require(actor, contact.companyId, '#/isPrimary');
    const taken = Object.entries(wanted).filter(([field, value]) => value !== undefined && !DERIVED.has(field));
    // Whoever changes companies is not the primary contact of the new one unless that is said.
    const isPrimary = wanted.isPrimary ?? (contact.isPrimary && !isMoved);
    Object.assign(
      contact,
      Object.fromEntries(taken),
      nameParts(wanted, { firstName: contact.firstName ?? null, lastName: contact.lastName ?? null }),
      { isPrimary },
    );
    requireCompanyOfPrimary(contact);
    if (wanted.emailOptOutAt !== undefined)
      contact.emailOptOutAt = wanted.emailOptOutAt === null ? null : new Date(wanted.emailOptOutAt);
    if (wanted.externalIds)
      contact.externalIds = mergePatch(contact.externalIds, wanted.externalIds) as Record<string, string>;
    if (wanted.customFields)
      contact.customFields = await this.customFields.accept('contacts', wanted.customFields, contact.customFields);
  }

  /** Who decides who speaks for a company has to see it. */
  async makePrimary(actor: Actor, contact: Contact): Promise<void> {
    if (!contact.companyId || !(await this.company.isThere(actor, contact.companyId))) {
      throw new Conflict(
        'contact-without-company',
        'The contact has no company, or one that is deleted or that you may not see.',
      );
    }
    contact.isPrimary = true;
  }

  /** Who owns it already may stay, also after having lost the right to read contacts. */
  async assign(contact: Contact, { ownerId, teamId }: RecordAssignment, em: EntityManager): Promise<void> {
    const place = await this.users.requirePlace(
      { ownerId, teamId: ownerId || teamId !== undefined ? teamId : contact.team?.id },
      'contacts:read',
      contact.owner?.id,
    );
    contact.owner = place.ownerId ? em.getReference(User, place.ownerId) : null;
    contact.team = place.teamId ? em.getReference(Team, place.teamId) : null;
  }
}
