import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { QueryRunner } from '../database/index.js';
import { ConfigError } from '../config/index.js';
import { DecryptionError, SecretCipher } from './secret-cipher.js';
import { encryptedColumns, type EncryptedColumn } from './encrypted-columns.js';

interface EncryptedRow {
  readonly id: string;
  readonly encrypted: string;
}

const BATCH = 100;
const textOf = ({ column, isJson }: EncryptedColumn): RawBuilder<string> =>
  isJson ? sql<string>`(${sql.id(column)} #>> '{}')` : sql<string>`${sql.id(column)}`;
const idOf = ({ idColumn }: EncryptedColumn): RawBuilder<string> => sql<string>`${sql.id(idColumn)}::text collate "C"`;
const isEncrypted = (column: EncryptedColumn): RawBuilder<unknown> =>
  sql`${column.onlyWhere ? sql.id(column.onlyWhere) : sql`true`} and ${sql.id(column.idColumn)} is not null
    and ${textOf(column)} ~ '^v1[.][A-Za-z0-9_-]{8}[.]'`;

/** Encrypts all values with the newest master key. Can run while requests are served, and can run again. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly cipher: SecretCipher,
  ) {}

  /** Returns how many values were encrypted again. */
  async run(): Promise<number> {
    let resealed = 0;
    for (const column of encryptedColumns()) {
      for (let after = ''; ;) {
        const rows = await this.outdated(column, after);
        for (const row of rows) resealed += await this.reencrypt(column, row);
        if (rows.length < BATCH) break;
        after = rows.at(-1)?.id ?? '';
      }
    }
    return resealed;
  }

  /** Throws if a key cannot decrypt the stored values. The start must fail here, not later at single secrets. */
  async check(): Promise<void> {
    for (const column of encryptedColumns()) {
      for (const row of await this.onePerKey(column)) this.requireDecryptable(column, row);
    }
  }

  private requireDecryptable({ table, column }: EncryptedColumn, { id, encrypted }: EncryptedRow): void {
    try {
      this.cipher.decrypt(encrypted, { table, column, id });
    } catch (error) {
      if (!(error instanceof DecryptionError)) throw error;
      throw new ConfigError(
        `${error.message}. Set the key of this database in MASTER_KEY (or ` +
          `DATA_DIR/master.key); nothing was changed.`,
      );
    }
  }

  private onePerKey(column: EncryptedColumn): Promise<EncryptedRow[]> {
    const key = sql`split_part(${textOf(column)}, '.', 2)`;
    return this.queryRunner
      .rows<EncryptedRow>(sql`select distinct on (${key}) ${idOf(column)} as id, ${textOf(column)} as encrypted
      from ${sql.id(column.table)} where ${isEncrypted(column)}`);
  }

  private outdated(column: EncryptedColumn, after: string): Promise<EncryptedRow[]> {
    return this.queryRunner
      .rows<EncryptedRow>(sql`select ${idOf(column)} as id, ${textOf(column)} as encrypted from ${sql.id(column.table)}
      where ${isEncrypted(column)} and ${idOf(column)} > ${after}
        and not starts_with(${textOf(column)}, ${this.cipher.currentPrefix})
      order by ${idOf(column)} limit ${BATCH}`);
  }

  /** Writes only if the stored value is still the value that was read. */
  private async reencrypt(column: EncryptedColumn, { id, encrypted }: EncryptedRow): Promise<number> {
    const anew = this.cipher.reencrypt(encrypted, { table: column.table, column: column.column, id });
    const value = column.isJson ? sql`to_jsonb(${anew}::text)` : sql`${anew}`;
    const rows = await this.queryRunner.rows(sql`update ${sql.id(column.table)} set ${sql.id(column.column)} = ${value}
      where ${idOf(column)} = ${id} and ${textOf(column)} = ${encrypted} returning 1`);
    return rows.length;
  }
}
