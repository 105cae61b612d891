/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanySize } from './CompanySize';
import type { CompanyStatus } from './CompanyStatus';
export type ConversionCompany = {
  /**
   * The name.
   */
  name?: string;
  /**
   * Web domain, unique among living companies. An address or `www.` before it is taken off. Left out, it is the one of `website` if no other company has it.
   */
  domain?: string | null;
  /**
   * Website.
   */
  website?: string | null;
  /**
   * What it does.
   */
  industry?: string | null;
  /**
   * How big it is.
   */
  size?: CompanySize | null;
  /**
   * How many people work there.
   */
  employeeCount?: number | null;
  /**
   * What it takes in a year, as a decimal with at most two places.
   */
  annualRevenue?: string | null;
  /**
   * Currency of `annualRevenue` and `creditLimit`, ISO 4217; the setting `default_currency` when left out.
   */
  currency?: string | null;
  /**
   * What it is to us; `prospect` when left out.
   */
  status?: CompanyStatus;
  /**
   * Phone number as people write it; E.164 is best.
   */
  phone?: string | null;
  /**
   * E-mail address, kept in lower case.
   */
  email?: string | null;
  /**
   * Street and number.
   */
  addressLine1?: string | null;
  /**
   * What else belongs to the street: floor, building.
   */
  addressLine2?: string | null;
  /**
   * City.
   */
  city?: string | null;
  /**
   * State or region.
   */
  state?: string | null;
  /**
   * Postal code.
   */
  postalCode?: string | null;
  /**
   * Country, ISO 3166 alpha-2.
   */
  country?: string | null;
  /**
   * Tax number.
   */
  taxId?: string | null;
  /**
   * When invoices are to be paid.
   */
  paymentTerms?: string | null;
  /**
   * How much it may owe, as a decimal with at most two places.
   */
  creditLimit?: string | null;
  /**
   * Internal notes.
   */
  notes?: string | null;
  /**
   * Labels, at most 50.
   */
  tags?: Array<string>;
  /**
   * The ids that other systems have for this company, by system. Each is unique among living companies.
   */
  externalIds?: Record<string, string>;
  /**
   * Values of custom fields by key.
   */
  customFields?: Record<string, any>;
};

