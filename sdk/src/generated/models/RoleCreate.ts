/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordAccess } from './RecordAccess';
export type RoleCreate = {
  /**
   * Name, unique among roles
   */
  name: string;
  /**
   * Description
   */
  description?: string | null;
  /**
   * Access scope of the role; default `own`. The scope cannot be wider than the caller's scope.
   */
  recordAccess?: RecordAccess;
  /**
   * Permission names; default: none. Only permissions that the caller has.
   */
  permissions?: Array<string>;
  /**
   * Whether users with this role must have a second factor
   */
  requiresTotp?: boolean;
};

