import type { Permission } from './access.js';

/** Which records of a resource a role lets its holder see. */
export const RECORD_ACCESS = ['own', 'team', 'all'] as const;
export type RecordAccess = (typeof RECORD_ACCESS)[number];

/** Who is asking: the one shape that every way of signing in ends in. */
export interface Actor {
  readonly kind: 'session' | 'api-key' | 'system';
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly recordAccess: RecordAccess;
  /** What the roles allow; for an API key already narrowed to its scopes. */
  readonly permissions: ReadonlySet<Permission>;
  readonly sessionId?: string;
  readonly apiKeyId?: string;
  /** Requests per minute that this credential may make, where it differs from the default. */
  readonly rateLimit?: number;
}

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission);

/** Names the credential: what idempotency keys and rate limits are counted by. */
export const credentialOf = (actor: Actor): string => `${actor.kind}:${actor.apiKeyId ?? actor.userId}`;
