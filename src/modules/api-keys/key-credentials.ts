import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { sameSecret } from '../../platform/crypto/index.js';
import { Reader } from '../../platform/database/index.js';
import { AccessCache, Actors } from '../users/index.js';
import { prefixOf } from './api-key-format.js';
import { KeyHashing } from './key-hashing.js';
import { LastUse } from './last-use.js';
import { coveredBy } from './scopes.js';

interface KeyRow {
  readonly id: string;
  readonly hash: string;
  readonly endsAt: string | null;
  readonly scopes: string[];
  readonly rateLimit: number | null;
  readonly createdById: string;
}

interface KnownKey {
  readonly hash: string;
  /** The digest of the key that was found to fit, once it was; only in memory, and gone with the verdict. */
  proof?: string;
  readonly endsAt: number;
  readonly actor: Actor;
}

const SALT = randomBytes(16).toString('base64');

/** From the text in a header to the one who may. */
@Injectable()
export class KeyCredentials {
  constructor(
    private readonly reader: Reader,
    private readonly cache: AccessCache,
    private readonly actors: Actors,
    private readonly hashing: KeyHashing,
    private readonly lastUse: LastUse,
  ) {}

  async identify(key: string, ip: string | null): Promise<Actor | undefined> {
    const prefix = prefixOf(key);
    if (!prefix) return undefined;
    const known = await this.cache.get(`api-key:${prefix}`, () => this.load(prefix));
    if (!(await this.fits(key, known)) || !known || known.endsAt <= Date.now()) return undefined;
    this.lastUse.note(known.actor.apiKeyId ?? '', ip);
    return known.actor;
  }

  /** What has fitted once is compared by a digest of this process' own, for a tenth of what the HMAC costs. */
  private async fits(key: string, known: KnownKey | undefined): Promise<boolean> {
    const proof = hash('sha256', SALT + key);
    if (known?.proof !== undefined && sameSecret(proof, known.proof)) return true;
    // Also for an unknown key, which shall not be told from a wrong one by the time it takes.
    const fits = sameSecret(await this.hashing.hash(key), known?.hash ?? '');
    if (known && fits) known.proof = proof;
    return fits;
  }

  private async load(prefix: string): Promise<KnownKey | undefined> {
    const row = await this.row(prefix);
    const person = row && (await this.actors.person(row.createdById));
    if (!row || !person) return undefined;
    const permissions = coveredBy(row.scopes, person.permissions);
    const actor: Actor = {
      ...person,
      kind: 'api-key',
      apiKeyId: row.id,
      permissions,
      ...(row.rateLimit === null ? {} : { rateLimit: row.rateLimit }),
    };
    return { hash: row.hash, endsAt: row.endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(row.endsAt), actor };
  }

  /** By the secret that holds now or by the one before it, which ends when the overlap does and never outlives the key. */
  private row(prefix: string): Promise<KeyRow | undefined> {
    const rest = sql`scopes, rate_limit as "rateLimit", created_by_id as "createdById" from api_keys where revoked_at is null`;
    return this.reader.row<KeyRow>(sql`
      select id, key_hash as hash, expires_at as "endsAt", ${rest} and key_prefix = ${prefix}
      union all
      select id, previous_key_hash, least(expires_at, previous_expires_at), ${rest} and previous_key_prefix = ${prefix}`);
  }
}
