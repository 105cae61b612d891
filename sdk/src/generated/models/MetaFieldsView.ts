/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MetaFieldView } from './MetaFieldView';
export type MetaFieldsView = {
  /**
   * Standard fields in the order of the record, followed by custom fields
   */
  data: Array<MetaFieldView>;
};

