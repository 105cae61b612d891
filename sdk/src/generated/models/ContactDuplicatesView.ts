/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactDuplicateView } from './ContactDuplicateView';
export type ContactDuplicatesView = {
  /**
   * Most likely first, at most 20.
   */
  data: Array<ContactDuplicateView>;
};

