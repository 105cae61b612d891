/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanySize } from './CompanySize';
import type { CompanyStatus } from './CompanyStatus';
export type CompanyCreate = {
  /**
   * Name
   */
  name: string;
  /**
   * Web domain, unique among companies that are not deleted. A scheme or `www.` is removed. Default: the domain of `website`, if no other company has it.
   */
  domain?: string | null;
  /**
   * Website URL
   */
  website?: string | null;
  /**
   * Industry
   */
  industry?: string | null;
  /**
   * Company size
   */
  size?: CompanySize | null;
  /**
   * Number of employees
   */
  employeeCount?: number | null;
  /**
   * Annual revenue, decimal with at most two decimal places
   */
  annualRevenue?: string | null;
  /**
   * Currency of `annualRevenue` and `creditLimit`, ISO 4217; default: the setting `default_currency`
   */
  currency?: string | null;
  /**
   * Relationship status; default `prospect`
   */
  status?: CompanyStatus;
  /**
   * Phone number in any common notation; E.164 is recommended
   */
  phone?: string | null;
  /**
   * E-mail address, stored in lower case
   */
  email?: string | null;
  /**
   * Street and number
   */
  addressLine1?: string | null;
  /**
   * Additional address line, such as floor or building
   */
  addressLine2?: string | null;
  /**
   * City
   */
  city?: string | null;
  /**
   * State or region
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
   * Tax id
   */
  taxId?: string | null;
  /**
   * Payment terms
   */
  paymentTerms?: string | null;
  /**
   * Credit limit, decimal with at most two decimal places
   */
  creditLimit?: string | null;
  /**
   * Id of the owner, who needs the permission to read companies. Callers with access scope `own` or `team` are the default owner if `teamId` is omitted too.
   */
  ownerId?: string | null;
  /**
   * Id of the team, for a company without an owner. With an owner, the owner's team is used and this field can be omitted.
   */
  teamId?: string | null;
  /**
   * Internal notes
   */
  notes?: string | null;
  /**
   * Tags, at most 50
   */
  tags?: Array<string>;
  /**
   * Ids of the company in other systems, by system name; each is unique among companies that are not deleted
   */
  externalIds?: Record<string, string>;
  /**
   * Custom field values, by field key
   */
  customFields?: Record<string, any>;
};

