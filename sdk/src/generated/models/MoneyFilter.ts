/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MoneyFilter = {
  /**
   * At least this amount.
   */
  gte?: string;
  /**
   * More than this amount.
   */
  gt?: string;
  /**
   * At most this amount.
   */
  lte?: string;
  /**
   * Less than this amount.
   */
  lt?: string;
};

