/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadText = {
  /**
   * A mail, a chat line, a phone note or a signature, as it came.
   */
  text: string;
  /**
   * The language of the text, and the country if it tells how phone numbers are meant.
   */
  language?: string;
};

