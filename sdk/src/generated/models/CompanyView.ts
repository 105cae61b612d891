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
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * Web domain in lower case, without `www.`.
   */
  domain: string | null;
  /**
   * Website.
   */
  website: string | null;
  /**
   * What it does.
   */
  industry: string | null;
  /**
   * How big it is.
   */
  size: CompanySize | null;
  /**
   * How many people work there.
   */
  employeeCount: number | null;
  /**
   * What it takes in a year, as a decimal with at most two places.
   */
  annualRevenue: string | null;
  /**
   * Currency of `annualRevenue` and `creditLimit`, ISO 4217.
   */
  currency: string | null;
  /**
   * What it is to us.
   */
  status: CompanyStatus;
  /**
   * Phone number as people write it; E.164 is best.
   */
  phone: string | null;
  /**
   * E-mail address, kept in lower case.
   */
  email: string | null;
  /**
   * Street and number.
   */
  addressLine1: string | null;
  /**
   * What else belongs to the street: floor, building.
   */
  addressLine2: string | null;
  /**
   * City.
   */
  city: string | null;
  /**
   * State or region.
   */
  state: string | null;
  /**
   * Postal code.
   */
  postalCode: string | null;
  /**
   * Country, ISO 3166 alpha-2.
   */
  country: string | null;
  /**
   * Tax number.
   */
  taxId: string | null;
  /**
   * When invoices are to be paid.
   */
  paymentTerms: string | null;
  /**
   * How much it may owe, as a decimal with at most two places.
   */
  creditLimit: string | null;
  /**
   * The user who looks after the company.
   */
  ownerId: string | null;
  /**
   * The owner, only with `include=owner`.
   */
  owner?: OwnerRef | null;
  /**
   * The team that the company belongs to: the owner's, or the one that it was given to.
   */
  teamId: string | null;
  /**
   * The team, only with `include=team`.
   */
  team?: TeamRef | null;
  /**
   * Internal notes.
   */
  notes: string | null;
  /**
   * Labels, at most 50.
   */
  tags: Array<string>;
  /**
   * Ids in other systems.
   */
  externalIds: Record<string, string>;
  /**
   * Values of custom fields by key.
   */
  customFields: Record<string, any>;
  /**
   * The company that this one was merged into; null where it was not.
   */
  mergedIntoId: string | null;
  /**
   * When the company was made.
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
   * Counts the changes; the ETag of the company.
   */
  version: number;
};

