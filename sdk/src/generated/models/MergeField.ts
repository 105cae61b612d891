/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeCandidate } from './MergeCandidate';
export type MergeField = {
  /**
   * Field name; custom fields as `custom.<key>`, external ids as `externalIds.<system>`
   */
  field: string;
  /**
   * Value of the primary record after the merge
   */
  value: (string | null | number | boolean | Record<string, any>);
  /**
   * Id of the record that the value comes from; null if values of several records are combined
   */
  fromId: string | null;
  /**
   * All values of the field, one for each record with a value
   */
  candidates: Array<MergeCandidate>;
};

