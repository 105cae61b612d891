/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeField } from './MergeField';
import type { MergeMove } from './MergeMove';
export type RecordMergePreview = {
  /**
   * Every field in which any of the records has something.
   */
  fields: Array<MergeField>;
  /**
   * What moves to the survivor.
   */
  moves: Array<MergeMove>;
};

