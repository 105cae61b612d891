import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/core';
import { requireRecentAuth } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { ForbiddenError, VersionConflictError } from '../../kernel/errors.js';
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
import { ApiKeyFactory } from './api-key-factory.js';
import { KeyNotifier } from './key-notifier.js';

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly notifier: KeyNotifier,
    private readonly queries: ApiKeysQueries,
    private readonly factory: ApiKeyFactory,
    private readonly cache: AccessCache,
  ) {}

  async create(
    actor: Actor,
    { name, scopes, expiresAt = null, rateLimit = null }: ApiKeyCreate,
  ): Promise<NewApiKeyView> {
    await this.factory.check(actor, { scopes, expiresAt, rateLimit });
    const { key, prefix, hash } = await this.factory.create();
    return this.database.write(async (em) => {
      const created = em.create(ApiKey, {
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
      await this.notifier.notify(apiKeyCreated, created);
      return { ...(await this.queries.get(actor, created.id)), key };
    });
  }

  update(actor: Actor, id: string, patch: ApiKeyUpdate, version?: number): Promise<ApiKeyView> {
    const { name, scopes, expiresAt, rateLimit } = patch;
    if (scopes !== undefined || expiresAt !== undefined) requireRecentAuth(actor);
    return this.change(actor, id, apiKeyUpdated, async (key) => {
      requireVersion(key, version);
      await this.requireOwn(actor, key);
      key.requireAlive();
      await this.factory.check(actor, patch);
      if (name !== undefined) key.name = name;
      if (scopes !== undefined) key.scopes = scopes;
      if (expiresAt !== undefined) key.expiresAt = dateOf(expiresAt);
      if (rateLimit !== undefined) key.rateLimit = rateLimit;
    });
  }

  async rotate(
    actor: Actor,
    id: string,
    { overlapHours = 24 }: ApiKeyRotation,
    version?: number,
  ): Promise<NewApiKeyView> {
    const { key, prefix, hash } = await this.factory.create();
    const view = await this.change(actor, id, apiKeyRotated, async (stored) => {
      requireVersion(stored, version);
      await this.requireOwn(actor, stored);
      stored.rotate(prefix, hash, overlapHours);
    });
    return { ...view, key };
  }

  async revoke(actor: Actor, id: string, version?: number): Promise<void> {
    await this.change(actor, id, apiKeyRevoked, async (key) => {
      requireVersion(key, version);
      await this.factory.requireNoStronger(actor, { scopes: key.scopes, creatorId: key.createdBy.id });
      key.revoke();
    });
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
      await this.notifier.notify(event, key);
      this.database.afterCommit(() => this.cache.drop());
      return this.queries.get(actor, id);
    });
  }

  /**
   * Rejects keys of other users, also with `api-keys:manage`. Changing or rotating such a key would mean acting for its
   * creator.
   */
  private async requireOwn(actor: Actor, key: ApiKey): Promise<void> {
    if (key.createdBy.id !== actor.userId)
      throw new ForbiddenError(
        'not-your-api-key',
        'Only its creator may change or rotate an API key. You may revoke it.',
      );
    await this.factory.requireNoStronger(actor, { scopes: key.scopes, creatorId: key.createdBy.id });
  }
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function requireVersion(key: ApiKey, version: number | undefined): void {
  if (version === undefined || version === key.version) return;
  throw new VersionConflictError(
    'stale-version',
    `The API key has changed since; its current version is ${key.version}.`,
    { members: { currentVersion: key.version } },
  );
}
