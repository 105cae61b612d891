/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeField } from './MergeField';
import type { MergeMove } from './MergeMove';
export type RecordMergePreview = {
  /**
   * All fields in which at least one of the records has a value
   */
  fields: Array<MergeField>;
  /**
   * Records that move to the primary record
   */
  moves: Array<MergeMove>;
};

