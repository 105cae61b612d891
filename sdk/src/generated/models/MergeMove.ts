/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MergeMove = {
  /**
   * What moves.
   */
  resource: string;
  /**
   * The field that names the survivor afterwards.
   */
  field: string;
  /**
   * How many, also of those that are deleted or out of the caller's sight: all of them move.
   */
  count: number;
};

