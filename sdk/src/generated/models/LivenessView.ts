/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Liveness } from './Liveness';
export type LivenessView = {
  /**
   * Status; `ok` if the process is running
   */
  status: Liveness;
};

