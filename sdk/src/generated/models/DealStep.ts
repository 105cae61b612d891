/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DealStep = {
  /**
   * The stage in which it was.
   */
  fromStageId: string;
  /**
   * The stage in which it is now; the same one where it did not leave it.
   */
  toStageId: string;
  /**
   * How long it had been in the stage that it left; 0 where it did not leave it.
   */
  seconds: number;
};

