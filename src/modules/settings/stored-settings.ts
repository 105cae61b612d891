import { Injectable } from '@nestjs/common';
import { defineSealedColumn } from '../../platform/crypto/index.js';
import { Database, outsideUnit, Reader } from '../../platform/database/index.js';
import { storedSettings, type SettingRow } from './settings.queries.js';

export const sealedPlace = (key: string) => ({ table: 'settings', column: 'value', id: key });

defineSealedColumn({ table: 'settings', column: 'value', idColumn: 'key', isJson: true, onlyWhere: 'is_secret' });

const TRUSTED = 1_000;

export interface StoredSetting extends SettingRow {
  readonly value: unknown;
}

/** The rows of the settings table, in memory for a second: what one instance writes, the others see within it. */
@Injectable()
export class StoredSettings {
  private rows: ReadonlyMap<string, StoredSetting> = new Map();
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;
  private writes = 0;

  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
  ) {}

  async all(): Promise<ReadonlyMap<string, StoredSetting>> {
    while (performance.now() - this.readAt > TRUSTED) {
      this.reading ??= outsideUnit(() => this.read()).finally(() => (this.reading = undefined));
      await this.reading;
    }
    return this.rows;
  }

  /** To be called where the table is written. */
  changed(): void {
    this.database.afterCommit(() => {
      this.writes += 1;
      this.readAt = Number.NEGATIVE_INFINITY;
    });
  }

  private async read(): Promise<void> {
    const { writes } = this;
    const begun = performance.now();
    const rows = await this.reader.rows<SettingRow>(storedSettings());
    this.rows = new Map(rows.map((row) => [row.key, this.keep(row)]));
    // A write that came between may not be among these rows.
    if (writes === this.writes) this.readAt = Math.max(begun, performance.now() - TRUSTED / 2);
  }

  /** The same value stays the same object, so that whoever derives something from it can tell. */
  private keep(row: SettingRow): StoredSetting {
    const known = this.rows.get(row.key);
    return { ...row, value: known?.text === row.text ? known.value : (JSON.parse(row.text) as unknown) };
  }
}
