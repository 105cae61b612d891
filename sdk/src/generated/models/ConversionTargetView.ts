/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DuplicateReason } from './DuplicateReason';
export type ConversionTargetView = {
  /**
   * Id of the record; null if a dry run would create it
   */
  id: string | null;
  /**
   * Name or title of the record
   */
  name: string;
  /**
   * Whether the conversion created the record
   */
  created: boolean;
  /**
   * Reasons for choosing this existing record, with `onDuplicate` set to `use`
   */
  matchedBy: Array<DuplicateReason>;
  /**
   * Empty fields of an existing record that were filled from the lead
   */
  filled: Array<string>;
  /**
   * Fields of an existing record that differ from the lead and were not changed
   */
  unchanged: Array<string>;
  /**
   * Tags that were added from the lead
   */
  tagsAdded: Array<string>;
  /**
   * Field values of the new record, or the values that were filled in
   */
  values: Record<string, any>;
};

