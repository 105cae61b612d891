import { sql, type RawBuilder } from 'kysely';

export interface FamilyRow {
  readonly sessionId: string;
  readonly userId: string;
  readonly email: string;
  readonly expiresAt: string;
  readonly isAlive: boolean;
}

/** The session is the family's lock: whoever holds its row is alone with all of its tokens. */
export const lockFamilyOf = (tokenHash: string): RawBuilder<FamilyRow> => sql<FamilyRow>`
  select s.id as "sessionId", s.user_id as "userId", u.email, s.expires_at as "expiresAt",
    s.revoked_at is null and s.expires_at > now() and s.last_activity_at > now() - interval '12 hours' and u.is_active and u.deleted_at is null as "isAlive"
  from sessions s join users u on u.id = s.user_id
  where s.id = (select t.session_id from refresh_tokens t where t.token_hash = ${tokenHash}) for update of s`;

export interface RefreshRow {
  readonly id: string;
  readonly isActive: boolean;
  /** The salt of its successor, while that one is active and the answer that brought it may still be on its way. */
  readonly graceSalt: string | null;
}

/** Read after the lock, in a statement of its own: it sees what those before us have done. Time is the clock's, because a transaction that had to wait began long ago. */
export const refreshByHash = (tokenHash: string, graceSeconds: number): RawBuilder<RefreshRow> => sql<RefreshRow>`
  select t.id, t.revoked_at is null as "isActive",
    case when t.revoked_at > clock_timestamp() - make_interval(secs => ${graceSeconds}) and next.revoked_at is null then next.salt end as "graceSalt"
  from refresh_tokens t left join refresh_tokens next on next.id = t.replaced_by_id
  where t.token_hash = ${tokenHash}`;

export const spend = (id: string): RawBuilder<unknown> =>
  sql`update refresh_tokens set revoked_at = clock_timestamp() where id = ${id}::uuid and revoked_at is null`;

export const replaceBy = (id: string, nextId: string): RawBuilder<unknown> =>
  sql`update refresh_tokens set replaced_by_id = ${nextId}::uuid where id = ${id}::uuid`;

export const revokeFamily = (sessionId: string): RawBuilder<unknown> =>
  sql`update refresh_tokens set revoked_at = clock_timestamp() where session_id = ${sessionId}::uuid and revoked_at is null`;

export const touchFamily = (sessionId: string): RawBuilder<unknown> =>
  sql`update sessions set last_activity_at = now() where id = ${sessionId}::uuid`;

/** Until the session's age ends it, tokens that were used up are kept: only by them a second use is noticed. */
export const isOver: RawBuilder<unknown> = sql`expires_at < now() - interval '1 day'`;
