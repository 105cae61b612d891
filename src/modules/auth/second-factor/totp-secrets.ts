import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { defineSealedColumn, Vault, type SealedPlace } from '../../../platform/crypto/index.js';
import { Reader } from '../../../platform/database/index.js';
import { stepOf } from './totp-codes.js';

defineSealedColumn({ table: 'user_totp', column: 'secret', idColumn: 'user_id', isJson: false });

const placeOf = (userId: string): SealedPlace => ({ table: 'user_totp', column: 'secret', id: userId });

/** What codes are made from, sealed, and which of them were taken. */
@Injectable()
export class TotpSecrets {
  constructor(
    private readonly reader: Reader,
    private readonly vault: Vault,
  ) {}

  async put(userId: string, secret: string): Promise<void> {
    const sealed = this.vault.seal(secret, placeOf(userId));
    await this.reader.rows(sql`insert into user_totp (user_id, secret) values (${userId}::uuid, ${sealed})
      on conflict (user_id) do update set secret = excluded.secret, last_step = null, created_at = now()`);
  }

  /** Takes a code of now. None is taken twice, however many come with it at once, and none that is older than the last one. */
  async take(userId: string, code: string): Promise<boolean> {
    const row = await this.reader.row<{ secret: string }>(
      sql`select secret from user_totp where user_id = ${userId}::uuid`,
    );
    const step = row && stepOf(this.vault.open(row.secret, placeOf(userId)), code);
    if (!row || step === undefined) return false;
    const taken = await this.reader.row(
      sql`update user_totp set last_step = ${step} where user_id = ${userId}::uuid and secret = ${row.secret} and coalesce(last_step, 0) < ${step} returning 1`,
    );
    return taken !== undefined;
  }

  async forget(userId: string): Promise<void> {
    await this.reader.rows(sql`delete from user_totp where user_id = ${userId}::uuid`);
  }
}
