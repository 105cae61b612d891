/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKeyView = {
  /**
   * Id of the API key
   */
  id: string;
  /**
   * Rate limit in requests per minute; null for the server's default
   */
  rateLimit: number | null;
  /**
   * Expiry time; null for no expiry
   */
  expiresAt: string | null;
  /**
   * Time until which the previous secret is valid after a rotation
   */
  previousExpiresAt: string | null;
  /**
   * Time of the last use, precise to one minute
   */
  lastUsedAt: string | null;
  /**
   * IP address of the last use
   */
  lastUsedIp: string | null;
  /**
   * Time of revocation; null if the key is not revoked
   */
  revokedAt: string | null;
  /**
   * Id of the user who created the key; the key acts for this user
   */
  createdById: string;
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
  /**
   * Name of the API key
   */
  name: string;
  /**
   * Public prefix of the key, for recognising the key
   */
  keyPrefix: string;
  /**
   * Scopes of the key, limited to the permissions of its creator
   */
  scopes: Array<string>;
};

