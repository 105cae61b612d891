/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactView } from './ContactView';
import type { RecordMergeView } from './RecordMergeView';
export type ContactMergeView = {
  /**
   * The merge, as the journal has it.
   */
  merge: RecordMergeView;
  /**
   * The contact that stayed, as it is now.
   */
  contact: ContactView;
};

