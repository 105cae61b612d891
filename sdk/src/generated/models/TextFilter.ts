/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TextFilter = {
  /**
   * Equal to this text
   */
  eq?: string;
  /**
   * Contains this text, ignoring case
   */
  contains?: string;
  /**
   * Starts with this text, ignoring case
   */
  startsWith?: string;
};

