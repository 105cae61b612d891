/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyRef } from './CompanyRef';
import type { ContactSource } from './ContactSource';
import type { ContactStatus } from './ContactStatus';
import type { OwnerRef } from './OwnerRef';
import type { PreferredContact } from './PreferredContact';
import type { TeamRef } from './TeamRef';
export type ContactView = {
  /**
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * Full name, made of the first and the last name.
   */
  name: string;
  /**
   * Given name.
   */
  firstName: string | null;
  /**
   * Family name.
   */
  lastName: string | null;
  /**
   * The company that the person works for.
   */
  companyId: string | null;
  /**
   * The company, only with `include=company`; null where it is out of sight.
   */
  company?: CompanyRef | null;
  /**
   * E-mail address in lower case.
   */
  email: string | null;
  /**
   * Phone number.
   */
  phone: string | null;
  /**
   * Mobile phone number.
   */
  mobile: string | null;
  /**
   * What the person does at the company.
   */
  title: string | null;
  /**
   * Where in the company the person works.
   */
  department: string | null;
  /**
   * Street and number.
   */
  addressLine1: string | null;
  /**
   * What else the address says.
   */
  addressLine2: string | null;
  /**
   * City.
   */
  city: string | null;
  /**
   * State, county or region.
   */
  state: string | null;
  /**
   * Postal code.
   */
  postalCode: string | null;
  /**
   * Country, ISO 3166-1 alpha-2.
   */
  country: string | null;
  /**
   * Where one stands with the person.
   */
  status: ContactStatus;
  /**
   * How one came to know the person.
   */
  source: ContactSource | null;
  /**
   * How promising the person is, 0 to 100.
   */
  leadScore: number;
  /**
   * The user who looks after the contact.
   */
  ownerId: string | null;
  /**
   * The owner, only with `include=owner`.
   */
  owner?: OwnerRef | null;
  /**
   * The team that the contact belongs to: the owner's, or the one that it was given to.
   */
  teamId: string | null;
  /**
   * The team, only with `include=team`.
   */
  team?: TeamRef | null;
  /**
   * Whether it is the company's primary contact.
   */
  isPrimary: boolean;
  /**
   * How the person wants to be reached.
   */
  preferredContact: PreferredContact;
  /**
   * LinkedIn profile.
   */
  linkedinUrl: string | null;
  /**
   * Name on Twitter.
   */
  twitterHandle: string | null;
  /**
   * Internal notes.
   */
  notes: string | null;
  /**
   * Since when the person wants no e-mail from us.
   */
  emailOptOutAt: string | null;
  /**
   * Labels.
   */
  tags: Array<string>;
  /**
   * Ids in other systems.
   */
  externalIds: Record<string, string>;
  /**
   * Custom fields.
   */
  customFields: Record<string, any>;
  /**
   * The contact that this one was merged into; null where it was not.
   */
  mergedIntoId: string | null;
  /**
   * When the contact was added.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   */
  deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the contact.
   */
  version: number;
};

