/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MetaFieldView } from './MetaFieldView';
export type MetaFieldsView = {
  /**
   * The fields: its own in the order in which records show them, then custom ones.
   */
  data: Array<MetaFieldView>;
};

