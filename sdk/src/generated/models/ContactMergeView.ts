/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactView } from './ContactView';
import type { RecordMergeView } from './RecordMergeView';
export type ContactMergeView = {
  /**
   * The merge, as in the list of merges
   */
  merge: RecordMergeView;
  /**
   * The primary contact after the merge
   */
  contact: ContactView;
};

