import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Reader } from '../database/index.js';
import { ConfigError } from '../config/index.js';
import { SealBroken, Vault } from './vault.js';
import { sealedColumns, type SealedColumn } from './sealed-columns.js';

interface SealedRow {
  readonly id: string;
  readonly sealed: string;
}

const BATCH = 100;
const textOf = ({ column, isJson }: SealedColumn): RawBuilder<string> =>
  isJson ? sql<string>`(${sql.id(column)} #>> '{}')` : sql<string>`${sql.id(column)}`;
const idOf = ({ idColumn }: SealedColumn): RawBuilder<string> => sql<string>`${sql.id(idColumn)}::text collate "C"`;
const isSealed = (column: SealedColumn): RawBuilder<unknown> =>
  sql`${column.onlyWhere ? sql.id(column.onlyWhere) : sql`true`} and ${textOf(column)} ~ '^v1[.][A-Za-z0-9_-]{8}[.]'`;

/** Seals everything anew with the newest master key. Safe beside traffic, and safe to run again. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly reader: Reader,
    private readonly vault: Vault,
  ) {}

  /** How many values were sealed anew. */
  async run(): Promise<number> {
    let resealed = 0;
    for (const column of sealedColumns()) {
      for (let after = ''; ;) {
        const rows = await this.outdated(column, after);
        for (const row of rows) resealed += await this.reseal(column, row);
        if (rows.length < BATCH) break;
        after = rows.at(-1)?.id ?? '';
      }
    }
    return resealed;
  }

  /** Refuses to go on with a key that cannot open what is stored: better no start than secrets that fail one by one. */
  async check(): Promise<void> {
    for (const column of sealedColumns()) {
      for (const row of await this.onePerKey(column)) this.mustOpen(column, row);
    }
  }

  private mustOpen({ table, column }: SealedColumn, { id, sealed }: SealedRow): void {
    try {
      this.vault.open(sealed, { table, column, id });
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      throw new ConfigError(
        `${error.message}. Give the key that this database was used with in MASTER_KEY (or DATA_DIR/master.key); nothing was changed.`,
      );
    }
  }

  private onePerKey(column: SealedColumn): Promise<SealedRow[]> {
    const key = sql`split_part(${textOf(column)}, '.', 2)`;
    return this.reader
      .rows<SealedRow>(sql`select distinct on (${key}) ${idOf(column)} as id, ${textOf(column)} as sealed
      from ${sql.id(column.table)} where ${isSealed(column)}`);
  }

  private outdated(column: SealedColumn, after: string): Promise<SealedRow[]> {
    return this.reader
      .rows<SealedRow>(sql`select ${idOf(column)} as id, ${textOf(column)} as sealed from ${sql.id(column.table)}
      where ${isSealed(column)} and ${idOf(column)} > ${after} and not starts_with(${textOf(column)}, ${this.vault.currentPrefix})
      order by ${idOf(column)} limit ${BATCH}`);
  }

  /** Only where nobody has written a new value since we read the old one. */
  private async reseal(column: SealedColumn, { id, sealed }: SealedRow): Promise<number> {
    const anew = this.vault.reseal(sealed, { table: column.table, column: column.column, id });
    const value = column.isJson ? sql`to_jsonb(${anew}::text)` : sql`${anew}`;
    const rows = await this.reader.rows(sql`update ${sql.id(column.table)} set ${sql.id(column.column)} = ${value}
      where ${idOf(column)} = ${id} and ${textOf(column)} = ${sealed} returning 1`);
    return rows.length;
  }
}
