/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadDuplicateReason } from './LeadDuplicateReason';
import type { LeadView } from './LeadView';
export type LeadDuplicateView = {
  /**
   * The lead that may be the same person.
   */
  lead: LeadView;
  /**
   * How likely it is the same, 0 to 100.
   */
  likelihood: number;
  /**
   * Why it is listed.
   */
  reasons: Array<LeadDuplicateReason>;
};

