import { sql, type RawBuilder } from 'kysely';
import { field, type Fields, type RecordSource } from '../../../platform/query/index.js';

export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly tokenHash: string;
  readonly lastActivityAt: string;
  readonly expiresAt: string;
  readonly provenAt: string;
}

const alive = sql`s.revoked_at is null and s.expires_at > now() and s.last_activity_at > now() - interval '12 hours'`;

const session = sql`select s.id, s.user_id as "userId", s.token_hash as "tokenHash", s.last_activity_at
  as "lastActivityAt", s.expires_at as "expiresAt", s.proven_at as "provenAt" from sessions s`;

export const sessionByHash = (hash: string): RawBuilder<SessionRow> =>
  sql<SessionRow>`${session} where s.token_hash = ${hash} and ${alive}`;
export const sessionById = (id: string): RawBuilder<SessionRow> =>
  sql<SessionRow>`${session} where s.id = ${id}::uuid and ${alive}`;

/** Writes at most once per five minutes, also with several instances. */
export const touchSession = (id: string): RawBuilder<unknown> =>
  sql`update sessions set last_activity_at = now() where id = ${id} and last_activity_at < now() - interval '5 minutes'`;

export const recordAuthentication = (id: string): RawBuilder<unknown> =>
  sql`update sessions set proven_at = now() where id = ${id}::uuid and revoked_at is null`;

export const overLongAgo: RawBuilder<unknown> = sql`expires_at < now() - interval '30 days'`;

export const sessionFields = { createdAt: field.timestamp('s.created_at', { sort: true }) } satisfies Fields;

export const sessionSource: RecordSource = {
  resource: 'sessions',
  from: sql`sessions s`,
  id: sql.ref('s.id'),
  fields: sessionFields,
  columns: {
    id: sql.ref('s.id'),
    deviceType: sql`coalesce(s.device_type, 'unknown')`,
    browser: sql`coalesce(s.browser, 'unknown')`,
    os: sql`coalesce(s.os, 'unknown')`,
    ipAddress: sql`host(s.ip_address)`,
    lastActivityAt: sql.ref('s.last_activity_at'),
    createdAt: sql.ref('s.created_at'),
    expiresAt: sql.ref('s.expires_at'),
  },
  live: alive,
};
