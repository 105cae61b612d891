/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type StepUpView = {
  /**
   * Until when the proof counts as fresh.
   */
  freshUntil: string;
};

