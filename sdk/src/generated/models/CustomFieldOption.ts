/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CustomFieldOption = {
  /**
   * Stored value; cannot be changed
   */
  value: string;
  /**
   * Label
   */
  label: string;
  /**
   * Whether the option is archived; records keep an archived option, but it can no longer be chosen
   */
  archived?: boolean;
};

