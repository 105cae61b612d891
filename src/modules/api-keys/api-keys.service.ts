import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/core';
import { requireFreshPassword } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { Forbidden, Stale } from '../../kernel/errors.js';
import type { EventType } from '../../kernel/events.js';
import { Database } from '../../platform/database/index.js';
import { AccessCache, User } from '../users/index.js';
import { ApiKey } from './api-key.entity.js';
import type {
  ApiKeyCreate,
  ApiKeyFacts,
  ApiKeyRotation,
  ApiKeyUpdate,
  ApiKeyView,
  NewApiKeyView,
} from './api-keys.dto.js';
import { apiKeyCreated, apiKeyRevoked, apiKeyRotated, apiKeyUpdated } from './api-keys.events.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { KeyIssue } from './key-issue.js';
import { KeyNews } from './key-news.js';

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly news: KeyNews,
    private readonly queries: ApiKeysQueries,
    private readonly issue: KeyIssue,
    private readonly cache: AccessCache,
  ) {}

  async create(
    actor: Actor,
    { name, scopes, expiresAt = null, rateLimit = null }: ApiKeyCreate,
  ): Promise<NewApiKeyView> {
    await this.issue.check(actor, { scopes, expiresAt, rateLimit });
    const { key, prefix, hash } = await this.issue.make();
    return this.database.write(async (em) => {
      const made = em.create(ApiKey, {
        id: newId(),
        name,
        scopes,
        rateLimit,
        keyPrefix: prefix,
        keyHash: hash,
        expiresAt: dateOf(expiresAt),
        createdBy: em.getReference(User, actor.userId),
      });
      await em.flush();
      await this.news.tell(apiKeyCreated, made);
      return { ...(await this.queries.get(actor, made.id)), key };
    });
  }

  update(actor: Actor, id: string, wanted: ApiKeyUpdate, version?: number): Promise<ApiKeyView> {
    const { name, scopes, expiresAt, rateLimit } = wanted;
    if (scopes !== undefined || expiresAt !== undefined) requireFreshPassword(actor);
    return this.change(actor, id, apiKeyUpdated, async (key) => {
      requireVersion(key, version);
      await this.requireMine(actor, key);
      key.requireAlive();
      await this.issue.check(actor, wanted);
      if (name !== undefined) key.name = name;
      if (scopes !== undefined) key.scopes = scopes;
      if (expiresAt !== undefined) key.expiresAt = dateOf(expiresAt);
      if (rateLimit !== undefined) key.rateLimit = rateLimit;
    });
  }

  async rotate(actor: Actor, id: string, { overlapHours = 24 }: ApiKeyRotation): Promise<NewApiKeyView> {
    const { key, prefix, hash } = await this.issue.make();
    const view = await this.change(actor, id, apiKeyRotated, async (stored) => {
      await this.requireMine(actor, stored);
      stored.rotate(prefix, hash, overlapHours);
    });
    return { ...view, key };
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, apiKeyRevoked, (key) => key.revoke());
  }

  private change(
    actor: Actor,
    id: string,
    event: EventType<ApiKeyFacts>,
    apply: (key: ApiKey) => void | Promise<void>,
  ): Promise<ApiKeyView> {
    return this.database.write(async (em) => {
      await this.queries.get(actor, id);
      const key = await em.findOneOrFail(ApiKey, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await apply(key);
      await em.flush();
      await this.news.tell(event, key);
      this.database.afterCommit(() => this.cache.drop());
      return this.queries.get(actor, id);
    });
  }

  /** `api-keys:manage` sees and revokes what others made; to change or rotate it would be to act in their name. */
  private async requireMine(actor: Actor, key: ApiKey): Promise<void> {
    if (key.createdBy.id !== actor.userId)
      throw new Forbidden(
        'not-your-api-key',
        'Only the one who made an API key may change or rotate it. You may revoke it.',
      );
    await this.issue.requireNoStronger(actor, key.scopes);
  }
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function requireVersion(key: ApiKey, version: number | undefined): void {
  if (version === undefined || version === key.version) return;
  throw new Stale('stale-version', `The API key was changed since: it is at version ${key.version}.`, {
    members: { currentVersion: key.version },
  });
}
