/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactSource } from './ContactSource';
import type { ContactStatus } from './ContactStatus';
import type { PreferredContact } from './PreferredContact';
export type ConversionContact = {
  /**
   * The person's full name, split into `firstName` and `lastName`; what is given of these wins. The last word is the family name.
   */
  name?: string;
  /**
   * Given name.
   */
  firstName?: string | null;
  /**
   * Family name.
   */
  lastName?: string | null;
  /**
   * E-mail address, kept in lower case; unique among living contacts.
   */
  email?: string | null;
  /**
   * Phone number as people write it; E.164 is best.
   */
  phone?: string | null;
  /**
   * Mobile phone number.
   */
  mobile?: string | null;
  /**
   * What the person does at the company.
   */
  title?: string | null;
  /**
   * Where in the company the person works.
   */
  department?: string | null;
  /**
   * Street and number.
   */
  addressLine1?: string | null;
  /**
   * What else the address says.
   */
  addressLine2?: string | null;
  /**
   * City.
   */
  city?: string | null;
  /**
   * State, county or region.
   */
  state?: string | null;
  /**
   * Postal code.
   */
  postalCode?: string | null;
  /**
   * Country, ISO 3166-1 alpha-2.
   */
  country?: string | null;
  /**
   * Where one stands with the person; `new` when left out.
   */
  status?: ContactStatus;
  /**
   * How one came to know the person.
   */
  source?: ContactSource | null;
  /**
   * How promising the person is, 0 to 100; 0 when left out.
   */
  leadScore?: number;
  /**
   * How the person wants to be reached; `email` when left out.
   */
  preferredContact?: PreferredContact;
  /**
   * LinkedIn profile.
   */
  linkedinUrl?: string | null;
  /**
   * Name on Twitter.
   */
  twitterHandle?: string | null;
  /**
   * Internal notes.
   */
  notes?: string | null;
  /**
   * Since when the person wants no e-mail from us; null for somebody who has nothing against it.
   */
  emailOptOutAt?: string | null;
  /**
   * Labels, at most 50.
   */
  tags?: Array<string>;
  /**
   * The ids that other systems have for this contact, by system. Each is unique among living contacts.
   */
  externalIds?: Record<string, string>;
  /**
   * Values of custom fields by key.
   */
  customFields?: Record<string, any>;
};

