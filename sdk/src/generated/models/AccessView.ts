/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AccessCredential } from './AccessCredential';
import type { AccessGrant } from './AccessGrant';
import type { AccessResource } from './AccessResource';
import type { AccessRole } from './AccessRole';
import type { AccessTeam } from './AccessTeam';
import type { AccessUser } from './AccessUser';
import type { RecordAccess } from './RecordAccess';
export type AccessView = {
  /**
   * What the caller came with.
   */
  credential: AccessCredential;
  /**
   * Who it is; for an API key, who made it.
   */
  user: AccessUser;
  /**
   * Their team.
   */
  team: AccessTeam | null;
  /**
   * Their roles, by name.
   */
  roles: Array<AccessRole>;
  /**
   * Whose records they see: the widest that any role gives. `team` without a team is `own`.
   */
  recordAccess: RecordAccess;
  /**
   * The scopes of the API key that they came with; null without one.
   */
  scopes: Array<string> | null;
  /**
   * What the roles give, by name.
   */
  permissions: Array<AccessGrant>;
  /**
   * What the caller may do here and now, by kind of record.
   */
  resources: Array<AccessResource>;
};

