/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadDuplicateReason } from './LeadDuplicateReason';
import type { LeadView } from './LeadView';
export type LeadDuplicateView = {
  /**
   * The possible duplicate
   */
  lead: LeadView;
  /**
   * Likelihood of a duplicate, 0 to 100
   */
  likelihood: number;
  /**
   * Reasons for the match
   */
  reasons: Array<LeadDuplicateReason>;
};

