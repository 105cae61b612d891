/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFormFieldType } from './LeadFormFieldType';
export type LeadFormFieldView = {
  /**
   * The field of the lead that the answer becomes.
   */
  name: string;
  /**
   * What people read beside the field.
   */
  label: string;
  /**
   * What kind of input it is.
   */
  type: LeadFormFieldType;
  /**
   * What a select offers.
   */
  options: Array<string>;
  /**
   * Whether it must be filled in.
   */
  required: boolean;
  /**
   * How many characters are taken.
   */
  maxLength: number;
  /**
   * What stands in the empty field.
   */
  placeholder: string | null;
};

