/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFormFieldType } from './LeadFormFieldType';
export type LeadFormField = {
  /**
   * The field of the lead that the answer becomes: one of its text fields, or `custom.<key>`.
   */
  name: string;
  /**
   * What people read beside the field.
   */
  label: string;
  /**
   * What kind of input it is; from the name when left out.
   */
  type?: LeadFormFieldType;
  /**
   * What a select offers, at most 50; only for a select.
   */
  options?: Array<string>;
  /**
   * Whether it must be filled in.
   */
  required?: boolean;
  /**
   * How many characters are taken; as many as the lead's field holds when left out.
   */
  maxLength?: number;
  /**
   * What stands in the empty field.
   */
  placeholder?: string | null;
};

