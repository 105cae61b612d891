/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MoneyFilter = {
  /**
   * Greater than or equal to this amount
   */
  gte?: string;
  /**
   * Greater than this amount
   */
  gt?: string;
  /**
   * Less than or equal to this amount
   */
  lte?: string;
  /**
   * Less than this amount
   */
  lt?: string;
};

