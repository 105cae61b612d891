/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldResource } from './CustomFieldResource';
export type CustomFieldOrder = {
  /**
   * Record type
   */
  resource: CustomFieldResource;
  /**
   * Ids of all fields that are not archived, in the new order
   */
  ids: Array<string>;
};

