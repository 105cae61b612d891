/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AccessRecord } from './AccessRecord';
import type { AccessRole } from './AccessRole';
import type { AccessRule } from './AccessRule';
import type { AccessUser } from './AccessUser';
import type { RecordAccess } from './RecordAccess';
export type AccessExplanationView = {
  /**
   * Whether the user can perform the action
   */
  allowed: boolean;
  /**
   * Rule that decides
   */
  rule: AccessRule;
  /**
   * The rule, in one sentence
   */
  detail: string;
  /**
   * User whose access is explained
   */
  user: AccessUser;
  /**
   * Roles of the user
   */
  roles: Array<AccessRole>;
  /**
   * Roles of the user that grant the permission
   */
  grantedBy: Array<string>;
  /**
   * Roles that would grant the permission; empty if the user has it
   */
  wouldBeGrantedBy: Array<string>;
  /**
   * Access scope of the user: own, team or all records
   */
  recordAccess: RecordAccess;
  /**
   * Id of the user's team
   */
  teamId: string | null;
  /**
   * The record; null if none was requested, or if the caller cannot see it
   */
  record: AccessRecord | null;
};

