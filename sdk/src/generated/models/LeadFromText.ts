/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadCreate } from './LeadCreate';
export type LeadFromText = {
  /**
   * Unstructured text, such as an e-mail, a chat message, a phone note or a signature
   */
  text: string;
  /**
   * Language of the text; the region decides how phone numbers without a country code are read
   */
  language?: string;
  /**
   * Field values that replace the values found in the text
   */
  overrides?: LeadCreate;
};

