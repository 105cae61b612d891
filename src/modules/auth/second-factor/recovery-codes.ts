import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { randomBase62, sha256 } from '../../../platform/crypto/index.js';
import { Reader } from '../../../platform/database/index.js';

const HOW_MANY = 10;
const plain = (code: string): string => code.replace(/[\s-]/g, '');
// Bound to its user: the same code of somebody else is another one. 95 random bits need nothing slower.
const hashOf = (userId: string, code: string): string => sha256(`${userId}:${plain(code)}`);
const newCode = (): string => (randomBase62(16).match(/.{4}/g) ?? []).join('-');

/** For those whose telephone is gone: ten codes, each good for one use, of which only hashes are kept. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly reader: Reader) {}

  /** A new set; the one before is worth nothing any more. In the unit of work that hands it out. */
  async issue(userId: string): Promise<string[]> {
    const codes = Array.from({ length: HOW_MANY }, newCode);
    await this.forget(userId);
    await this.reader.rows(
      sql`insert into user_recovery_codes (user_id, code_hash) select ${userId}::uuid, unnest(${codes.map((code) => hashOf(userId, code))}::text[])`,
    );
    return codes;
  }

  /** Of any number of tries at once with the same code exactly one succeeds. */
  async use(userId: string, code: string): Promise<boolean> {
    const used = await this.reader.row(
      sql`update user_recovery_codes set used_at = now() where user_id = ${userId}::uuid and code_hash = ${hashOf(userId, code)} and used_at is null returning 1`,
    );
    return used !== undefined;
  }

  async left(userId: string): Promise<number> {
    const row = await this.reader.row<{ count: number }>(
      sql`select count(*)::int as count from user_recovery_codes where user_id = ${userId}::uuid and used_at is null`,
    );
    return row?.count ?? 0;
  }

  async forget(userId: string): Promise<void> {
    await this.reader.rows(sql`delete from user_recovery_codes where user_id = ${userId}::uuid`);
  }
}
