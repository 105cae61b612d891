/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type StepUpView = {
  /**
   * Time until which no further confirmation is needed
   */
  freshUntil: string;
};

