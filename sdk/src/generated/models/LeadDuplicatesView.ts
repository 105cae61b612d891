/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadDuplicateView } from './LeadDuplicateView';
export type LeadDuplicatesView = {
  /**
   * Most likely first, at most 20.
   */
  data: Array<LeadDuplicateView>;
};

