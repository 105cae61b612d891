/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ChangeTotal = {
  /**
   * The currency; sums are never taken over two.
   */
  currency: string;
  /**
   * How many deals.
   */
  count: number;
  /**
   * What they are worth now; of `value_up` and `value_down` by how much that rose or fell.
   */
  value: string;
};

