/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeTagView } from './MergeTagView';
export type MergeTagsView = {
  /**
   * All merge tags
   */
  data: Array<MergeTagView>;
};

