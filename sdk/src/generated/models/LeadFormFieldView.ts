/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFormFieldType } from './LeadFormFieldType';
export type LeadFormFieldView = {
  /**
   * Lead field that receives the value
   */
  name: string;
  /**
   * Label of the input
   */
  label: string;
  /**
   * Input type
   */
  type: LeadFormFieldType;
  /**
   * Options of a select
   */
  options: Array<string>;
  /**
   * Whether a value is required
   */
  required: boolean;
  /**
   * Maximum length in characters
   */
  maxLength: number;
  /**
   * Placeholder text
   */
  placeholder: string | null;
};

