import type { Permission } from './access.js';

/** Which records of a resource a role lets its holder see. */
export const RECORD_ACCESS = ['own', 'team', 'all'] as const;
export type RecordAccess = (typeof RECORD_ACCESS)[number];

/** Who is asking: the one shape that every way of signing in ends in. */
export interface Actor {
  readonly kind: 'session' | 'api-key' | 'token' | 'system';
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly recordAccess: RecordAccess;
  /** What the roles allow; for an API key already narrowed to its scopes. */
  readonly permissions: ReadonlySet<Permission>;
  /** The session that was signed in to; access tokens belong to one as cookies do. */
  readonly sessionId?: string;
  /** When the password was last proven in this session, in milliseconds since 1970; what is dangerous asks for a fresh proof. */
  readonly provenAt?: number;
  /** They must set up a second factor first: until then only what that takes is open to them. */
  readonly isConfined?: boolean;
  readonly apiKeyId?: string;
  /** Requests per minute that this credential may make, where it differs from the default. */
  readonly rateLimit?: number;
}

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission);

/** Names the credential: what idempotency keys and rate limits are counted by. Sessions and tokens count by their user, so that signing in again brings no new limit and a refreshed token no new key. */
export const credentialOf = (actor: Actor): string => `${actor.kind}:${actor.apiKeyId ?? actor.userId}`;
