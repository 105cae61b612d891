/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKeyCreate = {
  /**
   * Name of the API key
   */
  name: string;
  /**
   * Scopes: `leads:read`, `leads:write` (create, update and delete), `leads:*`, `*:read`, `*:*`, or a permission name. The key never has more permissions than its creator.
   */
  scopes: Array<`activities:${string}` | `api-keys:${string}` | `audit:${string}` | `companies:${string}` | `contacts:${string}` | `custom-fields:${string}` | `deals:${string}` | `erasure:${string}` | `events:${string}` | `jobs:${string}` | `lead-forms:${string}` | `leads:${string}` | `notification-channels:${string}` | `pipelines:${string}` | `retention:${string}` | `roles:${string}` | `security-logs:${string}` | `settings:${string}` | `teams:${string}` | `users:${string}` | `views:${string}` | `webhooks:${string}` | `*:${string}`>;
  /**
   * Expiry time, at most five years from now; null or omitted for no expiry
   */
  expiresAt?: string | null;
  /**
   * Rate limit in requests per minute; default: the server's limit. A higher limit needs `api-keys:manage`.
   */
  rateLimit?: number | null;
};

