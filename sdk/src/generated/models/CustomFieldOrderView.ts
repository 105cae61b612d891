/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldView } from './CustomFieldView';
export type CustomFieldOrderView = {
  /**
   * Fields in the new order
   */
  data: Array<CustomFieldView>;
};

