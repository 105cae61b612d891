import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { can, type Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { QueryRunner } from '../../platform/database/index.js';
import { field, parseSort, RecordLists, type Fields, type RecordSource } from '../../platform/query/index.js';
import type { ApiKeyQuery, ApiKeyView } from './api-keys.dto.js';

const fields = { createdAt: field.timestamp('k.created_at', { sort: true }) } satisfies Fields;

const columns: Record<keyof ApiKeyView, RawBuilder<unknown>> = {
  id: sql.ref('k.id'),
  name: sql.ref('k.name'),
  keyPrefix: sql.ref('k.key_prefix'),
  scopes: sql.ref('k.scopes'),
  rateLimit: sql.ref('k.rate_limit'),
  expiresAt: sql.ref('k.expires_at'),
  previousExpiresAt: sql.ref('k.previous_expires_at'),
  lastUsedAt: sql.ref('k.last_used_at'),
  lastUsedIp: sql`host(k.last_used_ip)`,
  revokedAt: sql.ref('k.revoked_at'),
  createdById: sql.ref('k.created_by_id'),
  createdAt: sql.ref('k.created_at'),
  updatedAt: sql.ref('k.updated_at'),
  version: sql.ref('k.version'),
};
const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));

const source: RecordSource = {
  resource: 'api-keys',
  from: sql`api_keys k`,
  id: sql.ref('k.id'),
  fields,
  columns,
  live: sql`k.revoked_at is null`,
  deleted: sql`k.revoked_at is not null`,
};

/** Limits a read to the keys of the actor, unless the actor has `api-keys:manage`. */
const visibleTo = (actor: Actor): RawBuilder<unknown>[] =>
  can(actor, 'api-keys:manage') ? [] : [sql`k.created_by_id = ${actor.userId}::uuid`];

/** Reads API keys. Never returns a hash. */
@Injectable()
export class ApiKeysQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list(
    actor: Actor,
    { limit = 25, cursor, count = 'none', revoked = false, createdById }: ApiKeyQuery,
  ): Promise<Page<ApiKeyView>> {
    const byCreator = createdById ? [sql`k.created_by_id = any(${createdById}::uuid[])`] : [];
    return this.lists.page<ApiKeyView>(source, {
      where: [...visibleTo(actor), ...byCreator],
      sort: parseSort(undefined, fields, ['-createdAt']),
      context: { userId: actor.userId, now: new Date() },
      limit,
      count,
      deletedOnly: revoked,
      ...(cursor && { cursor }),
    });
  }

  async get(actor: Actor, id: string): Promise<ApiKeyView> {
    const key = await this.queryRunner.row<ApiKeyView>(
      sql`select ${selected} from api_keys k where ${sql.join([sql`k.id = ${id}`, ...visibleTo(actor)], sql` and `)}`,
    );
    if (!key) throw notFound('api-key');
    return key;
  }
}
