import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import type { Actor } from '../../kernel/actor.js';
import { invalidAt, notFound } from '../../kernel/errors.js';
import { Events } from '../../kernel/events.js';
import type { Page } from '../../kernel/page.js';
import { Vault } from '../../platform/crypto/index.js';
import { Database, Reader } from '../../platform/database/index.js';
import type { SettingView } from './settings.dto.js';
import './setting-definitions.js';
import { settingUpdated } from './settings.events.js';
import { deleteSetting, lockedSetting, putSetting, type SettingRow } from './settings.queries.js';
import { runChecks, settingDefinition, settingDefinitions, type SettingDefinition } from './setting.registry.js';
import { sealedPlace, StoredSettings, type StoredSetting } from './stored-settings.js';

// Events name records by uuid and settings have none: theirs follow from their keys.
const NAMESPACE = '6f1b5c1e-9a3c-4b0e-8c58-2f1f4b9d7a10';
const LONG_ENOUGH_TO_SHOW = 16;

@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly stored: StoredSettings,
    private readonly vault: Vault,
    private readonly events: Events,
  ) {}

  async list(): Promise<Page<SettingView>> {
    const rows = await this.stored.all();
    const data = settingDefinitions().map((definition) => this.view(definition, rows.get(definition.key)));
    return { data, pageInfo: { nextCursor: null, prevCursor: null, hasMore: false } };
  }

  async get(key: string): Promise<SettingView> {
    return this.view(settingCalled(key), (await this.stored.all()).get(key));
  }

  /** The rows are read past the cache: the answer to a write is what was written. */
  async put(actor: Actor, key: string, value: unknown): Promise<SettingView> {
    const definition = settingCalled(key);
    if (value !== null) check(definition, value);
    return this.database.write(async () => {
      const before = await this.reader.row<SettingRow>(lockedSetting(key));
      await this.reader.rows(value === null ? deleteSetting(key) : putSetting(key, this.toStore(definition, value), definition.isSecret ?? false, actor.userId));
      this.events.record(settingUpdated, v5(key, NAMESPACE), change(definition, before, value));
      this.stored.changed();
      return this.view(definition, parsed(await this.reader.row<SettingRow>(lockedSetting(key))));
    });
  }

  private toStore({ key, isSecret }: SettingDefinition, value: unknown): unknown {
    return isSecret ? this.vault.seal(String(value), sealedPlace(key)) : value;
  }

  private view(definition: SettingDefinition, row: StoredSetting | undefined): SettingView {
    const { key, kind, description, isSecret = false } = definition;
    const told = { key, kind, description, isSecret, default: definition.default, isSet: row !== undefined, updatedAt: row?.updatedAt ?? null };
    if (!isSecret) return { ...told, value: row ? row.value : definition.default, last4: null };
    return { ...told, value: null, last4: row ? this.lastOf(key, row) : null };
  }

  private lastOf(key: string, row: StoredSetting): string | null {
    const secret = this.vault.open(String(row.value), sealedPlace(key));
    return secret.length >= LONG_ENOUGH_TO_SHOW ? secret.slice(-4) : null;
  }
}

function settingCalled(key: string): SettingDefinition {
  const definition = settingDefinition(key);
  if (!definition) throw notFound('setting');
  return definition;
}

function check({ key, expects, accepts }: SettingDefinition, value: unknown): void {
  if (!accepts(value)) throw invalidAt('#/value', 'invalid-setting', `${key} must be ${expects}`);
  runChecks(key, value);
}

const parsed = (row: SettingRow | undefined): StoredSetting | undefined => row && { ...row, value: JSON.parse(row.text) as unknown };

function change(definition: SettingDefinition, before: SettingRow | undefined, value: unknown) {
  const { key, isSecret = false } = definition;
  return isSecret ? { key, isSecret } : { key, isSecret, value: value ?? definition.default, previous: parsed(before)?.value ?? definition.default };
}
