/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CredentialKind } from './CredentialKind';
import type { RecordAccess } from './RecordAccess';
export type MeView = {
  /**
   * Id of the user; for an API key, its creator
   */
  id: string;
  /**
   * Id of the user's team
   */
  teamId: string | null;
  /**
   * Access scope: own, team or all records
   */
  recordAccess: RecordAccess;
  /**
   * Type of credential
   */
  credential: CredentialKind;
  /**
   * Id of the session; null for other credentials
   */
  sessionId: string | null;
  /**
   * Id of the API key; null for other credentials
   */
  apiKeyId: string | null;
  /**
   * E-mail address of the user
   */
  email: string;
  /**
   * Name of the user
   */
  name: string;
  /**
   * Permissions of the user; for an API key, limited to its scopes
   */
  permissions: Array<string>;
  /**
   * Whether the user must set up a second factor before any other request
   */
  mustSetUpTotp: boolean;
};

