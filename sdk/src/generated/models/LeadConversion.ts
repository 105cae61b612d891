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
   * The company; null for none. Left out, it is the company of the contact that is named, else a new one where the lead names one.
   */
  company?: CompanyTarget | null;
  /**
   * The contact; null for none. Left out, it is a new one.
   */
  contact?: ContactTarget | null;
  /**
   * The deal; there is none unless it is asked for.
   */
  deal?: DealTarget | null;
  /**
   * The owner of what is made; the owner of the lead when left out.
   */
  ownerId?: string | null;
  /**
   * What to do when the company or the contact may be there already: refuse and list the candidates, use the most likely one where it is likely enough, or make another one nevertheless.
   */
  onDuplicate?: OnDuplicate;
  /**
   * Only say what would be done, and write nothing.
   */
  dryRun?: boolean;
};

