import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import { Forbidden, invalidAt } from '../../kernel/errors.js';
import { Config } from '../../platform/config/index.js';
import { Reader } from '../../platform/database/index.js';
import { Actors } from '../users/index.js';
import { makeKey, type NewKey } from './api-key-format.js';
import { KeyHashing } from './key-hashing.js';
import { coveredBy, unknownScope } from './scopes.js';

const FIVE_YEARS = 5 * 366 * 24 * 3_600_000;

export interface Wanted {
  readonly scopes?: readonly string[];
  readonly expiresAt?: string | null;
  readonly rateLimit?: number | null;
}

/** Making keys, and what may be given with one: never more than the giver has, in rights, in time, in speed. */
@Injectable()
export class KeyIssue {
  constructor(
    private readonly actors: Actors,
    private readonly reader: Reader,
    private readonly config: Config,
    private readonly hashing: KeyHashing,
  ) {}

  /** A new key and what is stored of it. */
  async make(): Promise<NewKey & { readonly hash: string }> {
    const made = makeKey();
    return { ...made, hash: await this.hashing.hash(made.key) };
  }

  async check(actor: Actor, { scopes, expiresAt, rateLimit }: Wanted): Promise<void> {
    if (scopes) await this.checkScopes(actor, scopes);
    if (expiresAt !== undefined) await this.checkExpiry(actor, expiresAt);
    if (rateLimit && rateLimit > this.config.RATE_LIMIT_PER_CREDENTIAL && !may(actor, 'api-keys:manage')) {
      throw new Forbidden(
        'rate-limit-too-high',
        `Only somebody with api-keys:manage may allow more than ${this.config.RATE_LIMIT_PER_CREDENTIAL} requests a minute.`,
      );
    }
  }

  /** A key that gets hold of another one's secret has its rights: so only of one that may no more than itself. */
  async requireNoStronger(actor: Actor, scopes: readonly string[]): Promise<void> {
    if (actor.kind !== 'api-key') return;
    const person = await this.actors.person(actor.userId);
    const stronger = [...coveredBy(scopes, person?.permissions ?? [])].find((permission) => !may(actor, permission));
    if (stronger) throw new Forbidden('api-key-stronger', `That API key allows ${stronger}, which this one does not.`);
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
    const missing = [...coveredBy(scopes, catalogue)].find((permission) => !may(actor, permission));
    if (missing)
      throw new Forbidden('scope-not-held', `You cannot give away ${missing}: you do not have it yourself.`, {
        members: { requiredPermission: missing },
      });
  }

  private async checkExpiry(actor: Actor, expiresAt: string | null): Promise<void> {
    const end = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
    if (end <= Date.now()) throw invalidAt('#/expiresAt', 'in-the-past', 'expiresAt must lie in the future');
    if (expiresAt !== null && end > Date.now() + FIVE_YEARS)
      throw invalidAt('#/expiresAt', 'too-far', 'expiresAt must lie within five years');
    if (actor.kind !== 'api-key') return;
    const own = await this.reader.row<{ expiresAt: string | null }>(
      sql`select expires_at as "expiresAt" from api_keys where id = ${actor.apiKeyId ?? null}::uuid`,
    );
    if (own?.expiresAt && end > Date.parse(own.expiresAt))
      throw new Forbidden('expiry-beyond-own', 'An API key cannot give a life longer than its own.');
  }
}
