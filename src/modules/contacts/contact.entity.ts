import { defineEntity, p } from '@mikro-orm/core';
import { addressed, extensible, softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { owned } from '../users/index.js';

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
    phoneE164: p.string().length(60).name('phone_e164').nullable().hidden(),
    mobile: p.string().length(50).nullable(),
    mobileE164: p.string().length(60).name('mobile_e164').nullable().hidden(),
    title: p.string().length(100).nullable(),
    department: p.string().length(100).nullable(),
    ...addressed,
    status: p.enum(CONTACT_STATUSES).default('new'),
    source: p.enum(CONTACT_SOURCES).nullable(),
    leadScore: p.smallint().default(0),
    ...owned,
    isPrimary: p.boolean().default(false),
    preferredContact: p.enum(PREFERRED_CONTACTS).default('email'),
    linkedinUrl: p.string().length(255).nullable(),
    twitterHandle: p.string().length(100).nullable(),
    notes: p.text().nullable(),
    emailOptOutAt: p.datetime(3).nullable(),
    ...extensible,
    mergedIntoId: p.uuid().nullable(),
  },
});

/** A person at a company, or a private customer. */
export class Contact extends ContactSchema.class {
  /** Ends the role as primary contact, because another contact may have this role before a restore. */
  remove(): void {
    this.isPrimary = false;
  }
}
ContactSchema.setClass(Contact);
export { ContactSchema };
