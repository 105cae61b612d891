/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PositionChange = {
  /**
   * The new place, from 1; beyond the last one means the last one.
   */
  position: number;
};

