/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type NewApiKeyView = {
  /**
   * Its id.
   */
  id: string;
  /**
   * Requests per minute; null for the server's default.
   */
  rateLimit: number | null;
  /**
   * When it stops working; null: when it is revoked.
   */
  expiresAt: string | null;
  /**
   * Until when the secret before the last rotation works.
   */
  previousExpiresAt: string | null;
  /**
   * When it was last used, to a minute.
   */
  lastUsedAt: string | null;
  /**
   * The address that it was last used from.
   */
  lastUsedIp: string | null;
  /**
   * When it was revoked.
   */
  revokedAt: string | null;
  /**
   * The id of the user who made it and for whom it acts.
   */
  createdById: string;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * Counts its changes; also the ETag.
   */
  version: number;
  /**
   * What the key is for.
   */
  name: string;
  /**
   * The public half of the key, to recognise it by.
   */
  keyPrefix: string;
  /**
   * What it may, as far as the one who made it may.
   */
  scopes: Array<string>;
  /**
   * The key itself, for the header X-API-Key. It is shown in this answer and never again.
   */
  key: string;
};

