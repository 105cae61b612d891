import { defineEntity, p } from '@mikro-orm/core';
import { Conflict } from '../../kernel/errors.js';
import { softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { Team, User } from '../users/index.js';

export const CONTACT_STATUSES = ['new', 'contacted', 'qualified', 'unqualified', 'customer', 'inactive'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

export const CONTACT_SOURCES = [
  'website',
  'referral',
  'linkedin',
  'cold_email',
  'trade_show',
  'social_media',
  'other',
] as const;
export type ContactSource = (typeof CONTACT_SOURCES)[number];

export const PREFERRED_CONTACTS = ['email', 'phone', 'mobile', 'linkedin', 'none'] as const;
export type PreferredContact = (typeof PREFERRED_CONTACTS)[number];

const ContactSchema = defineEntity({
  name: 'Contact',
  tableName: 'contacts',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    companyId: p.uuid().nullable(),
    firstName: p.string().length(100).nullable(),
    lastName: p.string().length(100).nullable(),
    email: p.string().length(255).nullable(),
    phone: p.string().length(50).nullable(),
    mobile: p.string().length(50).nullable(),
    title: p.string().length(100).nullable(),
    department: p.string().length(100).nullable(),
    addressLine1: p.string().length(255).name('address_line1').nullable(),
    addressLine2: p.string().length(255).name('address_line2').nullable(),
    city: p.string().length(100).nullable(),
    state: p.string().length(100).nullable(),
    postalCode: p.string().length(20).nullable(),
    country: p.string().length(2).nullable(),
    status: p.string().$type<ContactStatus>().default('new'),
    source: p.string().$type<ContactSource>().nullable(),
    leadScore: p.smallint().default(0),
    owner: () => p.manyToOne(User).nullable(),
    team: () => p.manyToOne(Team).nullable(),
    isPrimary: p.boolean().default(false),
    preferredContact: p.string().$type<PreferredContact>().default('email'),
    linkedinUrl: p.string().length(255).nullable(),
    twitterHandle: p.string().length(100).nullable(),
    notes: p.text().nullable(),
    emailOptOutAt: p.datetime(3).nullable(),
    tags: p.array().$type<string[]>().default([]),
    externalIds: p.json<Record<string, string>>(),
    customFields: p.json<Record<string, unknown>>(),
    mergedIntoId: p.uuid().nullable(),
  },
});

/** Somebody at a company, or on their own, with whom one does business. */
export class Contact extends ContactSchema.class {
  /** Whoever is gone speaks for no company: restored, they find the place taken perhaps. */
  remove(now = new Date()): void {
    if (this.deletedAt) throw new Conflict('contact-deleted', 'The contact is deleted already.');
    this.deletedAt = now;
    this.isPrimary = false;
  }

  restore(): void {
    if (!this.deletedAt) throw new Conflict('contact-not-deleted', 'The contact is not deleted.');
    if (this.mergedIntoId)
      throw new Conflict('contact-merged', 'The contact was merged into another one, where its data is now.');
    this.deletedAt = null;
  }
}
ContactSchema.setClass(Contact);
export { ContactSchema };
