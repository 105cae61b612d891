import type { Permission } from './access.js';

/** The records of a resource that a user with the role can see. */
export const RECORD_ACCESS = ['own', 'team', 'all'] as const;
export type RecordAccess = (typeof RECORD_ACCESS)[number];

/** The sender of a request. Every kind of sign-in produces this type. */
export interface Actor {
  readonly kind: 'session' | 'api-key' | 'token' | 'system';
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly recordAccess: RecordAccess;
  /** The permissions of the roles. For an API key they are already limited to its scopes. */
  readonly permissions: ReadonlySet<Permission>;
  /** The session of a cookie or an access token. */
  readonly sessionId?: string;
  /**
   * Time of the last password check in this session, in milliseconds since 1970. Sensitive actions require a recent
   * check.
   */
  readonly provenAt?: number;
  /** The user must set up a second factor first. Until then, only the routes for this setup are open. */
  readonly mustSetUpMfa?: boolean;
  readonly apiKeyId?: string;
  /** Requests per minute of this credential, if the limit differs from the default. */
  readonly rateLimit?: number;
}

export const can = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission);

/**
 * Returns the key by which idempotency keys and rate limits are counted. Sessions and tokens share the key of their
 * user. So a new sign-in does not reset a limit, and a refreshed token does not change the key.
 */
export const credentialOf = (actor: Actor): string => `${actor.kind}:${actor.apiKeyId ?? actor.userId}`;
