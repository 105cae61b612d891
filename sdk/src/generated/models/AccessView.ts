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
   * Credential of the request
   */
  credential: AccessCredential;
  /**
   * The user; for an API key, the user who created the key
   */
  user: AccessUser;
  /**
   * Team of the user
   */
  team: AccessTeam | null;
  /**
   * Roles of the user, sorted by name
   */
  roles: Array<AccessRole>;
  /**
   * Access scope: the widest that any role of the user grants. Without a team, `team` means `own`.
   */
  recordAccess: RecordAccess;
  /**
   * Scopes of the API key; null if the credential is not an API key
   */
  scopes: Array<string> | null;
  /**
   * Permissions that the roles grant, sorted by name
   */
  permissions: Array<AccessGrant>;
  /**
   * Actions that the caller may perform with this credential, by record type
   */
  resources: Array<AccessResource>;
};

