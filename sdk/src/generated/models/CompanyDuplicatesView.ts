/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyDuplicateView } from './CompanyDuplicateView';
export type CompanyDuplicatesView = {
  /**
   * Most likely first, at most 20.
   */
  data: Array<CompanyDuplicateView>;
};

