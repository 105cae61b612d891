/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyView } from './CompanyView';
import type { RecordMergeView } from './RecordMergeView';
export type CompanyMergeView = {
  /**
   * The merge, as in the list of merges
   */
  merge: RecordMergeView;
  /**
   * The primary company after the merge
   */
  company: CompanyView;
};

