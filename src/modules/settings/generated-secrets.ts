import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SecretCipher } from '../../platform/crypto/index.js';
import { currentUnit, QueryRunner } from '../../platform/database/index.js';
import { putSettingOnce } from './settings.queries.js';
import { settingCipherContext } from './stored-settings.js';

/**
 * Random secrets of 256 bits, such as the pepper of API keys. They are created at first use and stored encrypted in the
 * settings table. They do not depend on the master key, so a new master key breaks no API key or cookie.
 */
@Injectable()
export class GeneratedSecrets {
  private readonly known = new Map<string, Buffer>();

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly cipher: SecretCipher,
  ) {}

  async get(name: string): Promise<Buffer> {
    const key = `~${name}`;
    const known = this.known.get(key);
    if (known) return known;
    const secret = await this.load(key);
    // A rollback of the transaction would also remove the secret.
    if (!currentUnit()) this.known.set(key, secret);
    return secret;
  }

  private async load(key: string): Promise<Buffer> {
    const stored = (await this.read(key)) ?? (await this.create(key));
    return Buffer.from(this.cipher.decrypt(stored, settingCipherContext(key)), 'base64url');
  }

  private async create(key: string): Promise<string> {
    await this.queryRunner.rows(
      putSettingOnce(key, this.cipher.encrypt(randomBytes(32).toString('base64url'), settingCipherContext(key))),
    );
    const stored = await this.read(key);
    if (!stored) throw new Error(`${key} was removed during its creation`);
    return stored;
  }

  private async read(key: string): Promise<string | undefined> {
    return (
      await this.queryRunner.row<{ encrypted: string }>(
        sql`select value #>> '{}' as encrypted from settings where key = ${key}`,
      )
    )?.encrypted;
  }
}
