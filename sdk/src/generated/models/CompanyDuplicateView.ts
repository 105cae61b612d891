/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyView } from './CompanyView';
import type { DuplicateReason } from './DuplicateReason';
export type CompanyDuplicateView = {
  /**
   * The company that may be the same one.
   */
  company: CompanyView;
  /**
   * How likely it is the same, 0 to 100.
   */
  likelihood: number;
  /**
   * Why it is listed.
   */
  reasons: Array<DuplicateReason>;
};

