/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactDuplicateView } from './ContactDuplicateView';
export type ContactDuplicatesView = {
  /**
   * Possible duplicates, at most 20, the most likely first
   */
  data: Array<ContactDuplicateView>;
};

