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
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Full name, built from first and last name
   */
  name: string;
  /**
   * First name
   */
  firstName: string | null;
  /**
   * Last name
   */
  lastName: string | null;
  /**
   * Id of the company that the person works for
   */
  companyId: string | null;
  /**
   * The company, only with `include=company`; null if the caller cannot see it
   */
  company?: CompanyRef | null;
  /**
   * E-mail address in lower case
   */
  email: string | null;
  /**
   * Phone number
   */
  phone: string | null;
  /**
   * Mobile phone number
   */
  mobile: string | null;
  /**
   * Job title
   */
  title: string | null;
  /**
   * Department
   */
  department: string | null;
  /**
   * Street and number
   */
  addressLine1: string | null;
  /**
   * Additional address line
   */
  addressLine2: string | null;
  /**
   * City
   */
  city: string | null;
  /**
   * State, county or region
   */
  state: string | null;
  /**
   * Postal code
   */
  postalCode: string | null;
  /**
   * Country, ISO 3166-1 alpha-2
   */
  country: string | null;
  /**
   * Relationship status
   */
  status: ContactStatus;
  /**
   * Source of the contact
   */
  source: ContactSource | null;
  /**
   * Lead score, 0 to 100
   */
  leadScore: number;
  /**
   * Id of the owner
   */
  ownerId: string | null;
  /**
   * The owner, only with `include=owner`
   */
  owner?: OwnerRef | null;
  /**
   * Id of the team: the owner's team, or the team that the contact was assigned to
   */
  teamId: string | null;
  /**
   * The team, only with `include=team`
   */
  team?: TeamRef | null;
  /**
   * Whether this is the primary contact of the company
   */
  isPrimary: boolean;
  /**
   * Preferred contact method
   */
  preferredContact: PreferredContact;
  /**
   * LinkedIn profile URL
   */
  linkedinUrl: string | null;
  /**
   * Twitter handle
   */
  twitterHandle: string | null;
  /**
   * Internal notes
   */
  notes: string | null;
  /**
   * Time of the opt-out from e-mail; null if the person has not opted out
   */
  emailOptOutAt: string | null;
  /**
   * Tags
   */
  tags: Array<string>;
  /**
   * Ids in other systems, by system name
   */
  externalIds: Record<string, string>;
  /**
   * Custom field values, by field key
   */
  customFields: Record<string, any>;
  /**
   * Id of the contact that this contact was merged into; null if it was not merged
   */
  mergedIntoId: string | null;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   */
  deletedAt: string | null;
  /**
   * Version number, also in the ETag of the contact
   */
  version: number;
};

