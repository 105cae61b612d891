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
  OneRequired,
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

export class ContactRef {
  /**
   * Id of the contact
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
  /**
   * Full name of the contact
   * @example "Ada Lovelace"
   */
  @Text(1, 201) name: string;
}

/** A first name, a last name or a full name is required. */
@OneRequired('name', 'firstName', 'lastName')
export class ContactCreate {
  /**
   * Full name, split into `firstName` and `lastName`; the last word becomes the last name. `firstName` and `lastName`
   * take precedence.
   * @example "Ada Lovelace"
   */
  @Optional() @Nullable() @Text(1, 201) name?: string | null;
  /**
   * First name
   * @example Ada
   */
  @Optional() @Nullable() @Text(1, 100) firstName?: string | null;
  /**
   * Last name
   * @example Lovelace
   */
  @Optional() @Nullable() @Text(1, 100) lastName?: string | null;
  /**
   * Id of the company that the person works for; the caller must be able to see it
   * @example null
   */
  @Optional() @Nullable() @Id() companyId?: string | null;
  /**
   * E-mail address, stored in lower case; unique among contacts that are not deleted
   * @example ada@example.com
   */
  @Optional() @Nullable() @Email() email?: string | null;
  /**
   * Phone number in any common notation; E.164 is recommended
   * @example "+44 20 7946 0958"
   */
  @Optional() @Nullable() @Text(3, 50) phone?: string | null;
  /**
   * Mobile phone number
   * @example "+44 7700 900123"
   */
  @Optional() @Nullable() @Text(3, 50) mobile?: string | null;
  /**
   * Job title
   * @example "Head of Research"
   */
  @Optional() @Nullable() @Text(1, 100) title?: string | null;
  /**
   * Department
   * @example Research
   */
  @Optional() @Nullable() @Text(1, 100) department?: string | null;
  /**
   * Street and number
   * @example "12 St James Square"
   */
  @Optional() @Nullable() @Text(1, 255) addressLine1?: string | null;
  /**
   * Additional address line
   * @example "Second floor"
   */
  @Optional() @Nullable() @Text(1, 255) addressLine2?: string | null;
  /**
   * City
   * @example London
   */
  @Optional() @Nullable() @Text(1, 100) city?: string | null;
  /**
   * State, county or region
   * @example "Greater London"
   */
  @Optional() @Nullable() @Text(1, 100) state?: string | null;
  /**
   * Postal code
   * @example "SW1Y 4LE"
   */
  @Optional() @Nullable() @Text(1, 20) postalCode?: string | null;
  /**
   * Country, ISO 3166-1 alpha-2
   * @example GB
   */
  @Optional() @Nullable() @Matching(/^[A-Z]{2}$/) country?: string | null;
  /**
   * Relationship status; default `new`
   * @example new
   */
  @Optional() @Choice('ContactStatus', CONTACT_STATUSES) status?: ContactStatus;
  /**
   * Source of the contact
   * @example referral
   */
  @Optional() @Nullable() @Choice('ContactSource', CONTACT_SOURCES) source?: ContactSource | null;
  /**
   * Lead score, 0 to 100; default 0
   * @example 40
   */
  @Optional() @Integer(0, 100) leadScore?: number;
  /**
   * Id of the owner, who needs the permission to read contacts. Callers with access scope `own` or `team` are the
   * default owner if `teamId` is omitted too.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id() ownerId?: string | null;
  /**
   * Id of the team, for a contact without an owner. With an owner, the owner's team is used and this field can be
   * omitted.
   * @example null
   */
  @Optional() @Nullable() @Id() teamId?: string | null;
  /**
   * Whether this is the primary contact of the company; replaces the current primary contact. Needs a company.
   * @example false
   */
  @Optional() @Flag() isPrimary?: boolean;
  /**
   * Preferred contact method; default `email`
   * @example phone
   */
  @Optional() @Choice('PreferredContact', PREFERRED_CONTACTS) preferredContact?: PreferredContact;
  /**
   * LinkedIn profile URL
   * @example https://www.linkedin.com/in/ada
   */
  @Optional() @Nullable() @WebAddress(255) linkedinUrl?: string | null;
  /**
   * Twitter handle
   * @example "@ada"
   */
  @Optional() @Nullable() @Text(1, 100) twitterHandle?: string | null;
  /**
   * Internal notes
   * @example "Met at the Royal Society."
   */
  @Optional() @Nullable() @Text(0, 20000) notes?: string | null;
  /**
   * Time of the opt-out from e-mail; null if the person has not opted out
   * @example null
   */
  @Optional() @Nullable() @Timestamp() emailOptOutAt?: string | null;
  /**
   * Tags, at most 50
   * @example ["vip", "spring"]
   */
  @Optional() @Texts(1, 50) tags?: string[];
  /**
   * Ids of the contact in other systems, by system name; each is unique among contacts that are not deleted
   * @example {"hubspot": "4711"}
   */
  @Optional() @TextMap() externalIds?: Record<string, string>;
  /**
   * Custom field values, by field key
   * @example {"newsletter": "monthly"}
   */
  @Optional() @FreeObject() customFields?: Record<string, unknown>;
}

/** The name is required only if the contact does not exist yet. */
export class ContactUpsert extends PartialType(ContactCreate, { skipNullProperties: false }) {}

/** Absent fields stay unchanged, null clears a field. */
export class ContactUpdate extends PartialType(OmitType(ContactCreate, ['ownerId', 'teamId'] as const), {
  skipNullProperties: false,
}) {}

export class ContactView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
  /**
   * Full name, built from first and last name
   * @example "Ada Lovelace"
   */
  @Text(1, 201) name: string;
  /**
   * First name
   * @example Ada
   */
  @Nullable() @Text(1, 100) firstName: string | null;
  /**
   * Last name
   * @example Lovelace
   */
  @Nullable() @Text(1, 100) lastName: string | null;
  /**
   * Id of the company that the person works for
   * @example null
   */
  @Nullable() @Id() companyId: string | null;
  /** The company, only with `include=company`; null if the caller cannot see it */
  @Optional() @Nullable() @Nested(() => CompanyRef) company?: CompanyRef | null;
  /**
   * E-mail address in lower case
   * @example ada@example.com
   */
  @Nullable() @Email() email: string | null;
  /**
   * Phone number
   * @example "+44 20 7946 0958"
   */
  @Nullable() @Text(3, 50) phone: string | null;
  /**
   * Mobile phone number
   * @example "+44 7700 900123"
   */
  @Nullable() @Text(3, 50) mobile: string | null;
  /**
   * Job title
   * @example "Head of Research"
   */
  @Nullable() @Text(1, 100) title: string | null;
  /**
   * Department
   * @example Research
   */
  @Nullable() @Text(1, 100) department: string | null;
  /**
   * Street and number
   * @example "12 St James Square"
   */
  @Nullable() @Text(1, 255) addressLine1: string | null;
  /**
   * Additional address line
   * @example "Second floor"
   */
  @Nullable() @Text(1, 255) addressLine2: string | null;
  /**
   * City
   * @example London
   */
  @Nullable() @Text(1, 100) city: string | null;
  /**
   * State, county or region
   * @example "Greater London"
   */
  @Nullable() @Text(1, 100) state: string | null;
  /**
   * Postal code
   * @example "SW1Y 4LE"
   */
  @Nullable() @Text(1, 20) postalCode: string | null;
  /**
   * Country, ISO 3166-1 alpha-2
   * @example GB
   */
  @Nullable() @Matching(/^[A-Z]{2}$/) country: string | null;
  /**
   * Relationship status
   * @example new
   */
  @Choice('ContactStatus', CONTACT_STATUSES) status: ContactStatus;
  /**
   * Source of the contact
   * @example referral
   */
  @Nullable() @Choice('ContactSource', CONTACT_SOURCES) source: ContactSource | null;
  /**
   * Lead score, 0 to 100
   * @example 40
   */
  @Integer(0, 100) leadScore: number;
  /**
   * Id of the owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** The owner, only with `include=owner` */
  @Optional() @Nullable() @Nested(() => OwnerRef) owner?: OwnerRef | null;
  /**
   * Id of the team: the owner's team, or the team that the contact was assigned to
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The team, only with `include=team` */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
  /**
   * Whether this is the primary contact of the company
   * @example false
   */
  @Flag() isPrimary: boolean;
  /**
   * Preferred contact method
   * @example phone
   */
  @Choice('PreferredContact', PREFERRED_CONTACTS) preferredContact: PreferredContact;
  /**
   * LinkedIn profile URL
   * @example https://www.linkedin.com/in/ada
   */
  @Nullable() @WebAddress(255) linkedinUrl: string | null;
  /**
   * Twitter handle
   * @example "@ada"
   */
  @Nullable() @Text(1, 100) twitterHandle: string | null;
  /**
   * Internal notes
   * @example "Met at the Royal Society."
   */
  @Nullable() @Text(0, 20000) notes: string | null;
  /**
   * Time of the opt-out from e-mail; null if the person has not opted out
   * @example null
   */
  @Nullable() @Timestamp() emailOptOutAt: string | null;
  /**
   * Tags
   * @example ["vip"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * Ids in other systems, by system name
   * @example {"hubspot": "4711"}
   */
  @TextMap() externalIds: Record<string, string>;
  /**
   * Custom field values, by field key
   * @example {"newsletter": "monthly"}
   */
  @FreeObject() customFields: Record<string, unknown>;
  /**
   * Id of the contact that this contact was merged into; null if it was not merged
   * @example null
   */
  @Nullable() @Id() mergedIntoId: string | null;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Version number, also in the ETag of the contact
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
