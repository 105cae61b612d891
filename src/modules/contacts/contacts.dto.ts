import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  Email,
  Flag,
  FreeObject,
  Id,
  Integer,
  Matching,
  Nested,
  Nullable,
  Optional,
  Text,
  Texts,
  TextMap,
  Timestamp,
  WebAddress,
} from '../../kernel/fields.js';
import { OwnerRef, TeamRef } from '../../platform/records/index.js';
import { CompanyRef } from '../companies/index.js';
import {
  CONTACT_SOURCES,
  CONTACT_STATUSES,
  PREFERRED_CONTACTS,
  type ContactSource,
  type ContactStatus,
  type PreferredContact,
} from './contact.entity.js';

/** A contact as other records mention it. */
export class ContactRef {
  /**
   * The contact's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
  /**
   * The contact's full name.
   * @example "Ada Lovelace"
   */
  @Text(1, 201) name: string;
}

/** What a contact is made from. A first or last name is needed, or a full name. */
export class ContactCreate {
  /**
   * The person's full name, split into `firstName` and `lastName`; what is given of these wins. The last word is the family name.
   * @example "Ada Lovelace"
   */
  @Optional() @Text(1, 201) name?: string;
  /**
   * Given name.
   * @example Ada
   */
  @Optional() @Nullable() @Text(1, 100) firstName?: string | null;
  /**
   * Family name.
   * @example Lovelace
   */
  @Optional() @Nullable() @Text(1, 100) lastName?: string | null;
  /**
   * The company that the person works for, which the caller must see.
   * @example null
   */
  @Optional() @Nullable() @Id() companyId?: string | null;
  /**
   * E-mail address, kept in lower case; unique among living contacts.
   * @example ada@example.com
   */
  @Optional() @Nullable() @Email() email?: string | null;
  /**
   * Phone number as people write it; E.164 is best.
   * @example "+44 20 7946 0958"
   */
  @Optional() @Nullable() @Text(3, 50) phone?: string | null;
  /**
   * Mobile phone number.
   * @example "+44 7700 900123"
   */
  @Optional() @Nullable() @Text(3, 50) mobile?: string | null;
  /**
   * What the person does at the company.
   * @example "Head of Research"
   */
  @Optional() @Nullable() @Text(1, 100) title?: string | null;
  /**
   * Where in the company the person works.
   * @example Research
   */
  @Optional() @Nullable() @Text(1, 100) department?: string | null;
  /**
   * Street and number.
   * @example "12 St James Square"
   */
  @Optional() @Nullable() @Text(1, 255) addressLine1?: string | null;
  /**
   * What else the address says.
   * @example "Second floor"
   */
  @Optional() @Nullable() @Text(1, 255) addressLine2?: string | null;
  /**
   * City.
   * @example London
   */
  @Optional() @Nullable() @Text(1, 100) city?: string | null;
  /**
   * State, county or region.
   * @example "Greater London"
   */
  @Optional() @Nullable() @Text(1, 100) state?: string | null;
  /**
   * Postal code.
   * @example "SW1Y 4LE"
   */
  @Optional() @Nullable() @Text(1, 20) postalCode?: string | null;
  /**
   * Country, ISO 3166-1 alpha-2.
   * @example GB
   */
  @Optional() @Nullable() @Matching(/^[A-Z]{2}$/) country?: string | null;
  /**
   * Where one stands with the person; `new` when left out.
   * @example new
   */
  @Optional() @Choice('ContactStatus', CONTACT_STATUSES) status?: ContactStatus;
  /**
   * How one came to know the person.
   * @example referral
   */
  @Optional() @Nullable() @Choice('ContactSource', CONTACT_SOURCES) source?: ContactSource | null;
  /**
   * How promising the person is, 0 to 100; 0 when left out.
   * @example 40
   */
  @Optional() @Integer(0, 100) leadScore?: number;
  /**
   * The user who looks after the contact, who must be allowed to read contacts. Callers who see only their own or their team's contacts become owner when it and `teamId` are left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id() ownerId?: string | null;
  /**
   * The team whose contact it is as long as nobody owns it. With an owner it is the owner's team, and need not be given.
   * @example null
   */
  @Optional() @Nullable() @Id() teamId?: string | null;
  /**
   * Whether it is the company's primary contact: whoever was it before is not any longer. Needs a company.
   * @example false
   */
  @Optional() @Flag() isPrimary?: boolean;
  /**
   * How the person wants to be reached; `email` when left out.
   * @example phone
   */
  @Optional() @Choice('PreferredContact', PREFERRED_CONTACTS) preferredContact?: PreferredContact;
  /**
   * LinkedIn profile.
   * @example https://www.linkedin.com/in/ada
   */
  @Optional() @Nullable() @WebAddress(255) linkedinUrl?: string | null;
  /**
   * Name on Twitter.
   * @example "@ada"
   */
  @Optional() @Nullable() @Text(1, 100) twitterHandle?: string | null;
  /**
   * Internal notes.
   * @example "Met at the Royal Society."
   */
  @Optional() @Nullable() @Text(0, 20000) notes?: string | null;
  /**
   * Since when the person wants no e-mail from us; null for somebody who has nothing against it.
   * @example null
   */
  @Optional() @Nullable() @Timestamp() emailOptOutAt?: string | null;
  /**
   * Labels, at most 50.
   * @example ["vip", "spring"]
   */
  @Optional() @Texts(1, 50) tags?: string[];
  /**
   * The ids that other systems have for this contact, by system. Each is unique among living contacts.
   * @example {"hubspot": "4711"}
   */
  @Optional() @TextMap() externalIds?: Record<string, string>;
  /**
   * Values of custom fields by key.
   * @example {"newsletter": "monthly"}
   */
  @Optional() @FreeObject() customFields?: Record<string, unknown>;
}

/** Absent fields stay, null clears. Owner and team have a route of their own. */
export class ContactUpdate extends PartialType(OmitType(ContactCreate, ['ownerId', 'teamId'] as const), {
  skipNullProperties: false,
}) {}

/** A contact as everybody sees it. */
export class ContactView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
  /**
   * Full name, made of the first and the last name.
   * @example "Ada Lovelace"
   */
  @Text(1, 201) name: string;
  /**
   * Given name.
   * @example Ada
   */
  @Nullable() @Text(1, 100) firstName: string | null;
  /**
   * Family name.
   * @example Lovelace
   */
  @Nullable() @Text(1, 100) lastName: string | null;
  /**
   * The company that the person works for.
   * @example null
   */
  @Nullable() @Id() companyId: string | null;
  /** The company, only with `include=company`; null where it is out of sight. */
  @Optional() @Nullable() @Nested(() => CompanyRef) company?: CompanyRef | null;
  /**
   * E-mail address in lower case.
   * @example ada@example.com
   */
  @Nullable() @Email() email: string | null;
  /**
   * Phone number.
   * @example "+44 20 7946 0958"
   */
  @Nullable() @Text(3, 50) phone: string | null;
  /**
   * Mobile phone number.
   * @example "+44 7700 900123"
   */
  @Nullable() @Text(3, 50) mobile: string | null;
  /**
   * What the person does at the company.
   * @example "Head of Research"
   */
  @Nullable() @Text(1, 100) title: string | null;
  /**
   * Where in the company the person works.
   * @example Research
   */
  @Nullable() @Text(1, 100) department: string | null;
  /**
   * Street and number.
   * @example "12 St James Square"
   */
  @Nullable() @Text(1, 255) addressLine1: string | null;
  /**
   * What else the address says.
   * @example "Second floor"
   */
  @Nullable() @Text(1, 255) addressLine2: string | null;
  /**
   * City.
   * @example London
   */
  @Nullable() @Text(1, 100) city: string | null;
  /**
   * State, county or region.
   * @example "Greater London"
   */
  @Nullable() @Text(1, 100) state: string | null;
  /**
   * Postal code.
   * @example "SW1Y 4LE"
   */
  @Nullable() @Text(1, 20) postalCode: string | null;
  /**
   * Country, ISO 3166-1 alpha-2.
   * @example GB
   */
  @Nullable() @Matching(/^[A-Z]{2}$/) country: string | null;
  /**
   * Where one stands with the person.
   * @example new
   */
  @Choice('ContactStatus', CONTACT_STATUSES) status: ContactStatus;
  /**
   * How one came to know the person.
   * @example referral
   */
  @Nullable() @Choice('ContactSource', CONTACT_SOURCES) source: ContactSource | null;
  /**
   * How promising the person is, 0 to 100.
   * @example 40
   */
  @Integer(0, 100) leadScore: number;
  /**
   * The user who looks after the contact.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** The owner, only with `include=owner`. */
  @Optional() @Nullable() @Nested(() => OwnerRef) owner?: OwnerRef | null;
  /**
   * The team that the contact belongs to: the owner's, or the one that it was given to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The team, only with `include=team`. */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
  /**
   * Whether it is the company's primary contact.
   * @example false
   */
  @Flag() isPrimary: boolean;
  /**
   * How the person wants to be reached.
   * @example phone
   */
  @Choice('PreferredContact', PREFERRED_CONTACTS) preferredContact: PreferredContact;
  /**
   * LinkedIn profile.
   * @example https://www.linkedin.com/in/ada
   */
  @Nullable() @WebAddress(255) linkedinUrl: string | null;
  /**
   * Name on Twitter.
   * @example "@ada"
   */
  @Nullable() @Text(1, 100) twitterHandle: string | null;
  /**
   * Internal notes.
   * @example "Met at the Royal Society."
   */
  @Nullable() @Text(0, 20000) notes: string | null;
  /**
   * Since when the person wants no e-mail from us.
   * @example null
   */
  @Nullable() @Timestamp() emailOptOutAt: string | null;
  /**
   * Labels.
   * @example ["vip"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * Ids in other systems.
   * @example {"hubspot": "4711"}
   */
  @TextMap() externalIds: Record<string, string>;
  /**
   * Custom fields.
   * @example {"newsletter": "monthly"}
   */
  @FreeObject() customFields: Record<string, unknown>;
  /**
   * The contact that this one was merged into; null where it was not.
   * @example null
   */
  @Nullable() @Id() mergedIntoId: string | null;
  /**
   * When the contact was added.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the contact.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
