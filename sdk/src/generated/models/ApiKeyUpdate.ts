/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKeyUpdate = {
  /**
   * Name of the API key
   */
  name?: string;
  /**
   * New scopes; they replace the current scopes. The key never has more permissions than its creator.
   */
  scopes?: Array<`activities:${string}` | `api-keys:${string}` | `audit:${string}` | `companies:${string}` | `contacts:${string}` | `custom-fields:${string}` | `deals:${string}` | `erasure:${string}` | `events:${string}` | `jobs:${string}` | `lead-forms:${string}` | `leads:${string}` | `notification-channels:${string}` | `pipelines:${string}` | `retention:${string}` | `roles:${string}` | `security-logs:${string}` | `settings:${string}` | `teams:${string}` | `users:${string}` | `views:${string}` | `webhooks:${string}` | `*:${string}`>;
  /**
   * Expiry time, at most five years from now; null for no expiry
   */
  expiresAt?: string | null;
  /**
   * Rate limit in requests per minute; null for the server's default
   */
  rateLimit?: number | null;
};

