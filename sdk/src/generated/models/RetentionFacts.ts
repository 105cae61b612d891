/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RetentionFacts = {
  /**
   * The run.
   */
  id: string;
  /**
   * What was removed.
   */
  kind: string;
  /**
   * How many records.
   */
  removed: number;
  /**
   * How many had to stay because of a legal hold.
   */
  held: number;
};

