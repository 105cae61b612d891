/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordAccess } from './RecordAccess';
export type RoleView = {
  /**
   * Id of the role
   */
  id: string;
  /**
   * Name, unique among roles
   */
  name: string;
  /**
   * Description
   */
  description: string | null;
  /**
   * Access scope of the role: own, team or all records
   */
  recordAccess: RecordAccess;
  /**
   * Permission names
   */
  permissions: Array<string>;
  /**
   * Whether users with this role must have a second factor
   */
  requiresTotp: boolean;
  /**
   * Whether this is a built-in role, of which only `requiresTotp` can be changed
   */
  isSystem: boolean;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Version number, also in the ETag
   */
  version: number;
};

