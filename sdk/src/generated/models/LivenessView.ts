/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Liveness } from './Liveness';
export type LivenessView = {
  /**
   * The process answers.
   */
  status: Liveness;
};

