/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LeadText = {
  /**
   * Unstructured text, such as an e-mail, a chat message, a phone note or a signature
   */
  text: string;
  /**
   * Language of the text; the region decides how phone numbers without a country code are read
   */
  language?: string;
};

