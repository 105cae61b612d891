import { sql, type RawBuilder } from 'kysely';

export interface FamilyRow {
  readonly sessionId: string;
  readonly userId: string;
  readonly email: string;
  readonly expiresAt: string;
  readonly isAlive: boolean;
}

/** Locks the session, so that only one transaction at a time changes the tokens of the session. */
export const lockFamilyOf = (tokenHash: string): RawBuilder<FamilyRow> => sql<FamilyRow>`
  select s.id as "sessionId", s.user_id as "userId", u.email, s.expires_at as "expiresAt",
    s.revoked_at is null and s.expires_at > now() and s.last_activity_at > now() - interval '12 hours' and u.is_active
      and u.deleted_at is null as "isAlive"
  from sessions s join users u on u.id = s.user_id
  where s.id = (select t.session_id from refresh_tokens t where t.token_hash = ${tokenHash}) for update of s`;

export interface RefreshRow {
  readonly id: string;
  readonly isActive: boolean;
  /** Salt of the next token; null if the next token is used or the grace period is over. */
  readonly graceSalt: string | null;
}

/**
 * Runs as a separate statement after the lock, to see the changes of earlier transactions. Uses clock_timestamp():
 * now() is the start of the transaction, before the wait for the lock.
 */
export const refreshByHash = (tokenHash: string, graceSeconds: number): RawBuilder<RefreshRow> => sql<RefreshRow>`
  select t.id, t.revoked_at is null as "isActive",
    case when t.revoked_at > clock_timestamp() - make_interval(secs => ${graceSeconds}) and next.revoked_at is null
      then next.salt end as "graceSalt"
  from refresh_tokens t left join refresh_tokens next on next.id = t.replaced_by_id
  where t.token_hash = ${tokenHash}`;

export const markUsed = (id: string): RawBuilder<unknown> =>
  sql`update refresh_tokens set revoked_at = clock_timestamp() where id = ${id}::uuid and revoked_at is null`;

export const replaceBy = (id: string, nextId: string): RawBuilder<unknown> =>
  sql`update refresh_tokens set replaced_by_id = ${nextId}::uuid where id = ${id}::uuid`;

export const revokeFamily = (sessionId: string): RawBuilder<unknown> =>
  sql`update refresh_tokens set revoked_at = clock_timestamp() where session_id = ${sessionId}::uuid and revoked_at
    is null`;

export const touchFamily = (sessionId: string): RawBuilder<unknown> =>
  sql`update sessions set last_activity_at = now() where id = ${sessionId}::uuid`;

/** Used tokens are kept until one day after the session expires, to detect a second use. */
export const isOver: RawBuilder<unknown> = sql`expires_at < now() - interval '1 day'`;
