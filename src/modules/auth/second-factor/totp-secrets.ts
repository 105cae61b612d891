import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { defineEncryptedColumn, SecretCipher, type CipherContext } from '../../../platform/crypto/index.js';
import { QueryRunner, requireNoUnit } from '../../../platform/database/index.js';
import { timeStepOf } from './totp-codes.js';

defineEncryptedColumn({ table: 'user_totp', column: 'secret', idColumn: 'user_id', isJson: false });

const cipherContextOf = (userId: string): CipherContext => ({ table: 'user_totp', column: 'secret', id: userId });

/** Maximum number of codes to confirm a new secret. */
const MOST_TRIES = 5;

/** Stores TOTP secrets encrypted, with the step of the last used code. */
@Injectable()
export class TotpSecrets {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly cipher: SecretCipher,
  ) {}

  async put(userId: string, secret: string): Promise<void> {
    const encrypted = this.cipher.encrypt(secret, cipherContextOf(userId));
    await this.queryRunner.rows(sql`insert into user_totp (user_id, secret) values (${userId}::uuid, ${encrypted})
      on conflict (user_id) do update set secret = excluded.secret, last_step = null, tries = 0, created_at = now()`);
  }

  /**
   * Counts an attempt to confirm a new secret, outside of any unit of work. Returns undefined if no attempt is left.
   */
  async countTry(userId: string): Promise<number | undefined> {
    const count = sql`update user_totp set tries = tries + 1 where user_id = ${userId}::uuid
      and tries < ${sql.lit(MOST_TRIES)} returning tries`;
    requireNoUnit('Counting tries');
    return (await this.queryRunner.row<{ tries: number }>(count))?.tries;
  }

  /**
   * Deletes a new secret after its last attempt. A concurrent confirmation resets the count and so keeps the secret.
   */
  async withdrawTried(userId: string): Promise<void> {
    await this.queryRunner.rows(
      sql`delete from user_totp where user_id = ${userId}::uuid and tries >= ${sql.lit(MOST_TRIES)}`,
    );
  }

  /** Uses a code of the current time. Of concurrent uses, one succeeds. Rejects the last used code and older codes. */
  async take(userId: string, code: string): Promise<boolean> {
    const row = await this.queryRunner.row<{ secret: string }>(
      sql`select secret from user_totp where user_id = ${userId}::uuid`,
    );
    const step = row && timeStepOf(this.cipher.decrypt(row.secret, cipherContextOf(userId)), code);
    if (!row || step === undefined) return false;
    const taken = await this.queryRunner.row(
      sql`update user_totp set last_step = ${step}, tries = 0 where user_id = ${userId}::uuid and secret = ${row.secret}
        and coalesce(last_step, 0) < ${step} returning 1`,
    );
    return taken !== undefined;
  }

  async forget(userId: string): Promise<void> {
    await this.queryRunner.rows(sql`delete from user_totp where user_id = ${userId}::uuid`);
  }
}
