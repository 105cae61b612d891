import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { requireFreshPassword } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { Events } from '../../kernel/events.js';
import type { Page } from '../../kernel/page.js';
import { Database, Reader } from '../../platform/database/index.js';
import type { SettingView } from './settings.dto.js';
import './setting-definitions.js';
import { settingUpdated } from './settings.events.js';
import { deleteSetting, lockedSetting, putSetting, type SettingRow } from './settings.queries.js';
import { SettingValues } from './setting-values.js';
import { settingDefinition, settingDefinitions, type SettingDefinition } from './setting.registry.js';
import { StoredSettings, type StoredSetting } from './stored-settings.js';

// Events name records by uuid and settings have none: theirs follow from their keys.
const NAMESPACE = '6f1b5c1e-9a3c-4b0e-8c58-2f1f4b9d7a10';

@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly stored: StoredSettings,
    private readonly values: SettingValues,
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
    if (definition.isSecret) requireFreshPassword(actor);
    if (value !== null) this.values.check(definition, value);
    return this.database.write(async () => {
      const before = await this.reader.row<SettingRow>(lockedSetting(key));
      await this.reader.rows(
        value === null
          ? deleteSetting(key)
          : putSetting(key, this.values.toStore(definition, value), definition.isSecret ?? false, actor.userId),
      );
      this.events.record(settingUpdated, v5(key, NAMESPACE), change(definition, before, value));
      this.stored.changed();
      return this.view(definition, parsed(await this.reader.row<SettingRow>(lockedSetting(key))));
    });
  }

  private view(definition: SettingDefinition, row: StoredSetting | undefined): SettingView {
    const { key, kind, description, isSecret = false } = definition;
    const told = {
      key,
      kind,
      description,
      isSecret,
      default: definition.default,
      isSet: row !== undefined,
      updatedAt: row?.updatedAt ?? null,
    };
    if (!isSecret) return { ...told, value: row ? row.value : definition.default, last4: null };
    return { ...told, value: null, last4: row ? this.values.lastOf(key, row) : null };
  }
}

function settingCalled(key: string): SettingDefinition {
  const definition = settingDefinition(key);
  if (!definition) throw notFound('setting');
  return definition;
}

const parsed = (row: SettingRow | undefined): StoredSetting | undefined =>
  row && { ...row, value: JSON.parse(row.text) as unknown };

function change(definition: SettingDefinition, before: SettingRow | undefined, value: unknown) {
  const { key, isSecret = false } = definition;
  return isSecret
    ? { key, isSecret }
    : { key, isSecret, value: value ?? definition.default, previous: parsed(before)?.value ?? definition.default };
}
