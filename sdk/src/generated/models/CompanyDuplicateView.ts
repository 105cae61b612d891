/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyView } from './CompanyView';
import type { DuplicateReason } from './DuplicateReason';
export type CompanyDuplicateView = {
  /**
   * The possible duplicate
   */
  company: CompanyView;
  /**
   * Likelihood of a duplicate, 0 to 100
   */
  likelihood: number;
  /**
   * Reasons for the match
   */
  reasons: Array<DuplicateReason>;
};

