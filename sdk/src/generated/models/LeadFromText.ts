/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadCreate } from './LeadCreate';
export type LeadFromText = {
  /**
   * A mail, a chat line, a phone note or a signature, as it came.
   */
  text: string;
  /**
   * The language of the text, and the country if it tells how phone numbers are meant.
   */
  language?: string;
  /**
   * Fields that you know better than the text.
   */
  overrides?: LeadCreate;
};

