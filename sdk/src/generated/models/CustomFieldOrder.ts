/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldResource } from './CustomFieldResource';
export type CustomFieldOrder = {
  /**
   * The kind of records.
   */
  resource: CustomFieldResource;
  /**
   * All its fields that are not archived, in the new order.
   */
  ids: Array<string>;
};

