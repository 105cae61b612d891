/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordAccess } from './RecordAccess';
export type AccessRole = {
  /**
   * Id of the role
   */
  id: string;
  /**
   * Name of the role
   */
  name: string;
  /**
   * Access scope that the role grants
   */
  recordAccess: RecordAccess;
};

