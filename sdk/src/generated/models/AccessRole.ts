/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordAccess } from './RecordAccess';
export type AccessRole = {
  /**
   * The role's id.
   */
  id: string;
  /**
   * The role's name.
   */
  name: string;
  /**
   * Whose records it lets its holder see.
   */
  recordAccess: RecordAccess;
};

