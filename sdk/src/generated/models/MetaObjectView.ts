/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MetaObjectView = {
  /**
   * Name of the record type, as in its path
   */
  name: string;
  /**
   * Label
   */
  label: string;
  /**
   * Whether the record type supports custom fields
   */
  hasCustomFields: boolean;
  /**
   * Actions that this credential may perform on these records
   */
  actions: Array<string>;
};

