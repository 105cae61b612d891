/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeTagView } from './MergeTagView';
export type MergeTagsView = {
  /**
   * Every tag there is.
   */
  data: Array<MergeTagView>;
};

