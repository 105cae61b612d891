/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldView } from './CustomFieldView';
export type CustomFieldOrderView = {
  /**
   * The fields in their order.
   */
  data: Array<CustomFieldView>;
};

