import { Injectable } from '@nestjs/common';
import { Vault } from '../../platform/crypto/index.js';
import './setting-definitions.js';
import { settingDefinition, type SettingKey, type SettingTypes } from './setting.registry.js';
import { sealedPlace, StoredSettings } from './stored-settings.js';

/** What other modules ask for: the value that holds now. The only way to a secret, and it stays in this process. */
@Injectable()
export class Settings {
  constructor(
    private readonly stored: StoredSettings,
    private readonly vault: Vault,
  ) {}

  /** At most a second old. The same value is the same object until it changes. */
  async get<K extends SettingKey>(key: K): Promise<SettingTypes[K]> {
    const definition = settingDefinition(key);
    if (!definition) throw new Error(`There is no setting ${key}`);
    const row = (await this.stored.all()).get(key);
    if (!row) return definition.default as SettingTypes[K];
    return (definition.isSecret ? this.vault.open(String(row.value), sealedPlace(key)) : row.value) as SettingTypes[K];
  }
}
