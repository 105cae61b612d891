/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CustomFieldOption = {
  /**
   * What is stored; it never changes.
   */
  value: string;
  /**
   * What people read.
   */
  label: string;
  /**
   * Archived ones stay where they are stored and cannot be chosen any more.
   */
  archived?: boolean;
};

