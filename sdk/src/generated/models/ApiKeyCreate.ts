/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKeyCreate = {
  /**
   * What the key is for.
   */
  name: string;
  /**
   * What it may: `leads:read`, `leads:write` (create, update and delete), `leads:*`, `*:read`, `*:*`, or any permission by name. Never more than you may.
   */
  scopes: Array<string>;
  /**
   * When it stops working, at most five years from now; left out or null, it works until it is revoked.
   */
  expiresAt?: string | null;
  /**
   * Requests per minute, where it differs from the server's default. More than the default needs `api-keys:manage`.
   */
  rateLimit?: number | null;
};

