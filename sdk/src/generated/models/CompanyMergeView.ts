/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyView } from './CompanyView';
import type { RecordMergeView } from './RecordMergeView';
export type CompanyMergeView = {
  /**
   * The merge, as the journal has it.
   */
  merge: RecordMergeView;
  /**
   * The company that stayed, as it is now.
   */
  company: CompanyView;
};

