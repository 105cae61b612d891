/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKeyUpdate = {
  /**
   * What the key is for.
   */
  name?: string;
  /**
   * What it may from now on, instead of what it might until now. Never more than you may.
   */
  scopes?: Array<string>;
  /**
   * When it stops working, at most five years from now; null: when it is revoked.
   */
  expiresAt?: string | null;
  /**
   * Requests per minute; null for the server's default.
   */
  rateLimit?: number | null;
};

