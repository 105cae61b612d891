/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MetaTransitionView = {
  /**
   * Present value
   */
  from: string;
  /**
   * Values that may follow; empty if the value is final
   */
  to: Array<string>;
};

