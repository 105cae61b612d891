/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TextFilter = {
  /**
   * Exactly this.
   */
  eq?: string;
  /**
   * Has this in it, in any case.
   */
  contains?: string;
  /**
   * Begins with this, in any case.
   */
  startsWith?: string;
};

