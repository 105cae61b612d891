/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyTarget } from './CompanyTarget';
import type { ContactTarget } from './ContactTarget';
import type { DealTarget } from './DealTarget';
import type { OnDuplicate } from './OnDuplicate';
export type LeadConversion = {
  /**
   * Company to create or link; null for none. If omitted: the company of the linked contact, or else a new company if the lead names one.
   */
  company?: CompanyTarget | null;
  /**
   * Contact to create or link; null for none. If omitted, a new contact is created.
   */
  contact?: ContactTarget | null;
  /**
   * Deal to create or link; no deal is created if omitted
   */
  deal?: DealTarget | null;
  /**
   * Id of the owner of new records; default: the owner of the lead
   */
  ownerId?: string | null;
  /**
   * Behaviour if the company or contact may already exist: reject with a list of candidates, use the best candidate, or create a new record
   */
  onDuplicate?: OnDuplicate;
  /**
   * Whether to return the result without saving anything; default false
   */
  dryRun?: boolean;
};

