/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactView } from './ContactView';
import type { DuplicateReason } from './DuplicateReason';
export type ContactDuplicateView = {
  /**
   * The contact that may be the same person.
   */
  contact: ContactView;
  /**
   * How likely it is the same, 0 to 100.
   */
  likelihood: number;
  /**
   * Why it is listed.
   */
  reasons: Array<DuplicateReason>;
};

