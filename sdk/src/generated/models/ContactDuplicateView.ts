/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactView } from './ContactView';
import type { DuplicateReason } from './DuplicateReason';
export type ContactDuplicateView = {
  /**
   * The possible duplicate
   */
  contact: ContactView;
  /**
   * Likelihood of a duplicate, 0 to 100
   */
  likelihood: number;
  /**
   * Reasons for the match
   */
  reasons: Array<DuplicateReason>;
};

