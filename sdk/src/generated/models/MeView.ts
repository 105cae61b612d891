/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CredentialKind } from './CredentialKind';
import type { RecordAccess } from './RecordAccess';
export type MeView = {
  /**
   * The id of the user; for an API key, of the one who made it.
   */
  id: string;
  /**
   * The id of the user's team.
   */
  teamId: string | null;
  /**
   * Whose records they see: their own, their team's, or all.
   */
  recordAccess: RecordAccess;
  /**
   * What they came with.
   */
  credential: CredentialKind;
  /**
   * The id of the session, if they came with one.
   */
  sessionId: string | null;
  /**
   * The id of the API key, if they came with one.
   */
  apiKeyId: string | null;
  /**
   * The user's e-mail address.
   */
  email: string;
  /**
   * The user's name.
   */
  name: string;
  /**
   * What they may; for an API key already narrowed to its scopes.
   */
  permissions: Array<string>;
  /**
   * Whether they must set up a second factor before anything else is open to them.
   */
  mustSetUpTotp: boolean;
};

