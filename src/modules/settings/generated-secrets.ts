import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Vault } from '../../platform/crypto/index.js';
import { outsideUnit, Reader } from '../../platform/database/index.js';
import { putSettingOnce } from './settings.queries.js';
import { sealedPlace } from './stored-settings.js';

/**
 * Secrets that the server makes for itself, such as the pepper of API keys: 256 random bits, made at first use and
 * sealed in the settings table under a name that no setting can have. Because they are sealed and not derived from
 * the master key, rotating the master key re-seals them and breaks no API key and no cookie; a dump of the database
 * without the master key still verifies nothing.
 */
@Injectable()
export class GeneratedSecrets {
  private readonly known = new Map<string, Buffer>();

  constructor(
    private readonly reader: Reader,
    private readonly vault: Vault,
  ) {}

  async get(name: string): Promise<Buffer> {
    const key = `~${name}`;
    const secret = this.known.get(key) ?? (await outsideUnit(() => this.load(key)));
    this.known.set(key, secret);
    return secret;
  }

  private async load(key: string): Promise<Buffer> {
    const stored = (await this.read(key)) ?? (await this.make(key));
    return Buffer.from(this.vault.open(stored, sealedPlace(key)), 'base64url');
  }

  private async make(key: string): Promise<string> {
    await this.reader.rows(
      putSettingOnce(key, this.vault.seal(randomBytes(32).toString('base64url'), sealedPlace(key))),
    );
    const stored = await this.read(key);
    if (!stored) throw new Error(`${key} was removed while it was made`);
    return stored;
  }

  private async read(key: string): Promise<string | undefined> {
    return (
      await this.reader.row<{ sealed: string }>(sql`select value #>> '{}' as sealed from settings where key = ${key}`)
    )?.sealed;
  }
}
