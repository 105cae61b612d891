import { Injectable } from '@nestjs/common';
import { defineEncryptedColumn } from '../../platform/crypto/index.js';
import { currentUnit, Database, inBackground, QueryRunner } from '../../platform/database/index.js';
import { deleteSetting, lockedSetting, putSetting, storedSettings, type SettingRow } from './settings.queries.js';

export const settingCipherContext = (key: string) => ({ table: 'settings', column: 'value', id: key });

defineEncryptedColumn({ table: 'settings', column: 'value', idColumn: 'key', isJson: true, onlyWhere: 'is_secret' });

const TRUSTED = 500;

export interface StoredSetting extends SettingRow {
  readonly value: unknown;
}

/** Cache of the settings table for 500 ms. Other instances see a change within a second. */
@Injectable()
export class StoredSettings {
  private rows: ReadonlyMap<string, StoredSetting> = new Map();
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;
  private writes = 0;

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
  ) {}

  async all(): Promise<ReadonlyMap<string, StoredSetting>> {
    if (this.isFresh()) return this.rows;
    if (currentUnit()) return this.readWithin();
    while (!this.isFresh()) await this.refresh();
    return this.rows;
  }

  /** Returns and locks the row, without the cache. */
  locked(key: string): Promise<SettingRow | undefined> {
    return this.queryRunner.row<SettingRow>(lockedSetting(key));
  }

  /** Writes a row, or deletes the row if the value is null. Returns whether the row changed. */
  async write(key: string, value: unknown, isSecret: boolean, userId: string | null): Promise<boolean> {
    const row = await this.queryRunner.row(
      value === null ? deleteSetting(key) : putSetting(key, value, isSecret, userId),
    );
    this.changed();
    return row !== undefined;
  }

  /** Invalidates the cache after the commit. Call after each write to the table. */
  changed(): void {
    this.database.afterCommit(() => {
      this.writes += 1;
      this.readAt = Number.NEGATIVE_INFINITY;
    });
  }

  private isFresh(): boolean {
    return performance.now() - this.readAt <= TRUSTED;
  }

  private refresh(): Promise<void> {
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    return this.reading;
  }

  /**
   * Reads on the connection of the transaction. The rows are not cached, because they may contain uncommitted changes.
   */
  private async readWithin(): Promise<ReadonlyMap<string, StoredSetting>> {
    inBackground(() => this.refresh());
    const rows = await this.queryRunner.rows<SettingRow>(storedSettings());
    return new Map(rows.map((row) => [row.key, this.keep(row)]));
  }

  private async read(): Promise<void> {
    const { writes } = this;
    const started = performance.now();
    const rows = await this.queryRunner.rows<SettingRow>(storedSettings());
    this.rows = new Map(rows.map((row) => [row.key, this.keep(row)]));
    // These rows may not contain a write that happened during the read.
    if (writes === this.writes) this.readAt = Math.max(started, performance.now() - TRUSTED / 2);
  }

  /** Keeps the object of an unchanged value, so that callers can detect a change by identity. */
  private keep(row: SettingRow): StoredSetting {
    const known = this.rows.get(row.key);
    return { ...row, value: known?.text === row.text ? known.value : (JSON.parse(row.text) as unknown) };
  }
}
