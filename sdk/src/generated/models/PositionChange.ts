/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type PositionChange = {
  /**
   * New position, from 1; values above the last position mean the last position
   */
  position: number;
};

