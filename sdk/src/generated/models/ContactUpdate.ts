/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactSource } from './ContactSource';
import type { ContactStatus } from './ContactStatus';
import type { PreferredContact } from './PreferredContact';
export type ContactUpdate = {
  /**
   * Full name, split into `firstName` and `lastName`; the last word becomes the last name. `firstName` and `lastName` take precedence.
   */
  name?: string | null;
  /**
   * First name
   */
  firstName?: string | null;
  /**
   * Last name
   */
  lastName?: string | null;
  /**
   * Id of the company that the person works for; the caller must be able to see it
   */
  companyId?: string | null;
  /**
   * E-mail address, stored in lower case; unique among contacts that are not deleted
   */
  email?: string | null;
  /**
   * Phone number in any common notation; E.164 is recommended
   */
  phone?: string | null;
  /**
   * Mobile phone number
   */
  mobile?: string | null;
  /**
   * Job title
   */
  title?: string | null;
  /**
   * Department
   */
  department?: string | null;
  /**
   * Street and number
   */
  addressLine1?: string | null;
  /**
   * Additional address line
   */
  addressLine2?: string | null;
  /**
   * City
   */
  city?: string | null;
  /**
   * State, county or region
   */
  state?: string | null;
  /**
   * Postal code
   */
  postalCode?: string | null;
  /**
   * Country, ISO 3166-1 alpha-2
   */
  country?: string | null;
  /**
   * Relationship status; default `new`
   */
  status?: ContactStatus;
  /**
   * Source of the contact
   */
  source?: ContactSource | null;
  /**
   * Lead score, 0 to 100; default 0
   */
  leadScore?: number;
  /**
   * Whether this is the primary contact of the company; replaces the current primary contact. Needs a company.
   */
  isPrimary?: boolean;
  /**
   * Preferred contact method; default `email`
   */
  preferredContact?: PreferredContact;
  /**
   * LinkedIn profile URL
   */
  linkedinUrl?: string | null;
  /**
   * Twitter handle
   */
  twitterHandle?: string | null;
  /**
   * Internal notes
   */
  notes?: string | null;
  /**
   * Time of the opt-out from e-mail; null if the person has not opted out
   */
  emailOptOutAt?: string | null;
  /**
   * Tags, at most 50
   */
  tags?: Array<string>;
  /**
   * Ids of the contact in other systems, by system name; each is unique among contacts that are not deleted
   */
  externalIds?: Record<string, string>;
  /**
   * Custom field values, by field key
   */
  customFields?: Record<string, any>;
};

