/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyDuplicateView } from './CompanyDuplicateView';
export type CompanyDuplicatesView = {
  /**
   * Possible duplicates, at most 20, the most likely first
   */
  data: Array<CompanyDuplicateView>;
};

