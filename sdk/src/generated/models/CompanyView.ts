/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanySize } from './CompanySize';
import type { CompanyStatus } from './CompanyStatus';
import type { OwnerRef } from './OwnerRef';
import type { TeamRef } from './TeamRef';
export type CompanyView = {
  /**
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Name
   */
  name: string;
  /**
   * Web domain in lower case, without `www.`
   */
  domain: string | null;
  /**
   * Website URL
   */
  website: string | null;
  /**
   * Industry
   */
  industry: string | null;
  /**
   * Company size
   */
  size: CompanySize | null;
  /**
   * Number of employees
   */
  employeeCount: number | null;
  /**
   * Annual revenue, decimal with at most two decimal places
   */
  annualRevenue: string | null;
  /**
   * Currency of `annualRevenue` and `creditLimit`, ISO 4217
   */
  currency: string | null;
  /**
   * Relationship status
   */
  status: CompanyStatus;
  /**
   * Phone number in any common notation; E.164 is recommended
   */
  phone: string | null;
  /**
   * E-mail address, stored in lower case
   */
  email: string | null;
  /**
   * Street and number
   */
  addressLine1: string | null;
  /**
   * Additional address line, such as floor or building
   */
  addressLine2: string | null;
  /**
   * City
   */
  city: string | null;
  /**
   * State or region
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
   * Tax id
   */
  taxId: string | null;
  /**
   * Payment terms
   */
  paymentTerms: string | null;
  /**
   * Credit limit, decimal with at most two decimal places
   */
  creditLimit: string | null;
  /**
   * Id of the owner
   */
  ownerId: string | null;
  /**
   * The owner, only with `include=owner`
   */
  owner?: OwnerRef | null;
  /**
   * Id of the team: the owner's team, or the team that the company was assigned to
   */
  teamId: string | null;
  /**
   * The team, only with `include=team`
   */
  team?: TeamRef | null;
  /**
   * Internal notes
   */
  notes: string | null;
  /**
   * Tags, at most 50
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
   * Id of the company that this company was merged into; null if it was not merged
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
   * Version number, also in the ETag of the company
   */
  version: number;
};

