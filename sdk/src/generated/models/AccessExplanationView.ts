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
   * Whether they may.
   */
  allowed: boolean;
  /**
   * The rule that decides.
   */
  rule: AccessRule;
  /**
   * The rule in a sentence.
   */
  detail: string;
  /**
   * Who is to do it.
   */
  user: AccessUser;
  /**
   * The roles of the user.
   */
  roles: Array<AccessRole>;
  /**
   * The roles of the user that give the permission.
   */
  givenBy: Array<string>;
  /**
   * Where it is missing: the roles that would give it.
   */
  wouldBeGivenBy: Array<string>;
  /**
   * Whose records the user sees.
   */
  recordAccess: RecordAccess;
  /**
   * The team of the user.
   */
  teamId: string | null;
  /**
   * The record; null where none was asked for, and where the caller does not see it.
   */
  record: AccessRecord | null;
};

