/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadDuplicateView } from './LeadDuplicateView';
export type LeadDuplicatesView = {
  /**
   * Possible duplicates, at most 20, the most likely first
   */
  data: Array<LeadDuplicateView>;
};

