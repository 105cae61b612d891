/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type FieldChange = {
  /**
   * Old value; null if there was none. Secrets are shown as `***`.
   */
  from: (string | null | number | boolean | Record<string, any>);
  /**
   * New value; null if there is none
   */
  to: (string | null | number | boolean | Record<string, any>);
};

