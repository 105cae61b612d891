/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFormFieldType } from './LeadFormFieldType';
export type LeadFormField = {
  /**
   * Lead field that receives the value: a text field, or `custom.<key>`
   */
  name: string;
  /**
   * Label of the input
   */
  label: string;
  /**
   * Input type; depends on the field name
   */
  type?: LeadFormFieldType;
  /**
   * Options of a select, at most 50; only for type `select`
   */
  options?: Array<string>;
  /**
   * Whether a value is required
   */
  required?: boolean;
  /**
   * Maximum length in characters; default: the maximum length of the lead field
   */
  maxLength?: number;
  /**
   * Placeholder text
   */
  placeholder?: string | null;
};

