import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { can, RECORD_ACCESS, type Actor } from '../../kernel/actor.js';
import { ForbiddenError, invalidAt } from '../../kernel/errors.js';
import { Config } from '../../platform/config/index.js';
import { QueryRunner } from '../../platform/database/index.js';
import { Actors, UserAuthority } from '../users/index.js';
import { createKey, type NewKey } from './credentials/api-key-format.js';
import { KeyHashing } from './credentials/key-hashing.js';
import { coveredBy, unknownScope } from './scopes.js';

const FIVE_YEARS = 5 * 366 * 24 * 3_600_000;

export interface ApiKeyRequest {
  readonly scopes?: readonly string[];
  readonly expiresAt?: string | null;
  readonly rateLimit?: number | null;
}

/** Creates API keys and checks the requested scopes, expiry and rate limit against the rights of the actor. */
@Injectable()
export class ApiKeyFactory {
  constructor(
    private readonly actors: Actors,
    private readonly queryRunner: QueryRunner,
    private readonly config: Config,
    private readonly hashing: KeyHashing,
    private readonly authority: UserAuthority,
  ) {}

  /** Returns a new key and the hash to store. */
  async create(): Promise<NewKey & { readonly hash: string }> {
    const created = createKey();
    return { ...created, hash: await this.hashing.hash(created.key) };
  }

  async check(actor: Actor, { scopes, expiresAt, rateLimit }: ApiKeyRequest): Promise<void> {
    if (scopes) await this.checkScopes(actor, scopes);
    if (expiresAt !== undefined) await this.checkExpiry(actor, expiresAt);
    if (rateLimit && rateLimit > this.config.RATE_LIMIT_PER_CREDENTIAL && !can(actor, 'api-keys:manage')) {
      throw new ForbiddenError(
        'rate-limit-too-high',
        `A limit of more than ${this.config.RATE_LIMIT_PER_CREDENTIAL} requests per minute needs api-keys:manage.`,
      );
    }
  }

  /** Rejects a key that allows more than the actor can do, also if another user created the key. */
  async requireNoStronger(
    actor: Actor,
    { scopes, creatorId }: { readonly scopes: readonly string[]; readonly creatorId: string },
  ): Promise<void> {
    const { permissions, recordAccess } = await this.authority.get(creatorId);
    const stronger = [...coveredBy(scopes, permissions)].find((permission) => !can(actor, permission));
    if (stronger)
      throw new ForbiddenError('api-key-stronger', `The API key allows ${stronger}, which you do not have.`);
    if (RECORD_ACCESS.indexOf(recordAccess) <= RECORD_ACCESS.indexOf(actor.recordAccess)) return;
    throw new ForbiddenError('api-key-stronger', 'The API key can read records that you cannot see.');
  }

  private async checkScopes(actor: Actor, scopes: readonly string[]): Promise<void> {
    const catalogue = await this.actors.catalogue();
    const unknown = unknownScope(scopes, catalogue);
    if (unknown >= 0)
      throw invalidAt(
        `#/scopes/${unknown}`,
        'unknown-scope',
        'must be resource:action, such as leads:read, leads:write, leads:*, *:read or *:*',
      );
    const missing = [...coveredBy(scopes, catalogue)].find((permission) => !can(actor, permission));
    if (missing)
      throw new ForbiddenError('scope-not-held', `You cannot grant ${missing}, because you do not have it yourself.`, {
        members: { requiredPermission: missing },
      });
  }

  private async checkExpiry(actor: Actor, expiresAt: string | null): Promise<void> {
    const end = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
    if (end <= Date.now()) throw invalidAt('#/expiresAt', 'in-the-past', 'expiresAt must lie in the future');
    if (expiresAt !== null && end > Date.now() + FIVE_YEARS)
      throw invalidAt('#/expiresAt', 'too-far', 'expiresAt must lie within five years');
    if (actor.kind !== 'api-key') return;
    const own = await this.queryRunner.row<{ expiresAt: string | null }>(
      sql`select expires_at as "expiresAt" from api_keys where id = ${actor.apiKeyId ?? null}::uuid`,
    );
    if (own?.expiresAt && end > Date.parse(own.expiresAt))
      throw new ForbiddenError('expiry-beyond-own', 'An API key cannot create a key with a later expiry than its own.');
  }
}
