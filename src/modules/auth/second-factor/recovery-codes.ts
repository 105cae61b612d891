import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { randomBase62, sha256 } from '../../../platform/crypto/index.js';
import { QueryRunner } from '../../../platform/database/index.js';

const HOW_MANY = 10;
const plain = (code: string): string => code.replace(/[\s-]/g, '');
// The user id in the hash binds a code to the user. 95 random bits need no slow hash.
const hashOf = (userId: string, code: string): string => sha256(`${userId}:${plain(code)}`);
const newCode = (): string => (randomBase62(16).match(/.{4}/g) ?? []).join('-');

/** Ten codes for one use each, for users who lost the authenticator. Only hashes are stored. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Replaces all codes of the user, in the unit of work of the caller. */
  async issue(userId: string): Promise<string[]> {
    const codes = Array.from({ length: HOW_MANY }, newCode);
    await this.forget(userId);
    await this.queryRunner.rows(
      sql`insert into user_recovery_codes (user_id, code_hash)
        select ${userId}::uuid, unnest(${codes.map((code) => hashOf(userId, code))}::text[])`,
    );
    return codes;
  }

  /** Returns whether the code was valid. Of concurrent uses of the same code, exactly one succeeds. */
  async use(userId: string, code: string): Promise<boolean> {
    const used = await this.queryRunner.row(
      sql`update user_recovery_codes set used_at = now() where user_id = ${userId}::uuid
        and code_hash = ${hashOf(userId, code)} and used_at is null returning 1`,
    );
    return used !== undefined;
  }

  async left(userId: string): Promise<number> {
    const row = await this.queryRunner.row<{ count: number }>(
      sql`select count(*)::int as count from user_recovery_codes where user_id = ${userId}::uuid and used_at is null`,
    );
    return row?.count ?? 0;
  }

  async forget(userId: string): Promise<void> {
    await this.queryRunner.rows(sql`delete from user_recovery_codes where user_id = ${userId}::uuid`);
  }
}
