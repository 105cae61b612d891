/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type FieldChange = {
  /**
   * What it was; null where it was nothing. Secrets show as three stars.
   */
  from: (string | null | number | boolean | Record<string, any>);
  /**
   * What it became; null where it is nothing any more.
   */
  to: (string | null | number | boolean | Record<string, any>);
};

