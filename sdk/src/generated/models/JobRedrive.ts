/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type JobRedrive = {
  /**
   * Only this kind.
   */
  kind?: string;
  /**
   * Only those given up at this time or later.
   */
  diedSince?: string;
};

