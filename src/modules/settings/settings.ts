import { Injectable } from '@nestjs/common';
import { SecretCipher } from '../../platform/crypto/index.js';
import './definitions/setting-definitions.js';
import { settingDefinition, type SettingKey, type SettingTypes } from './definitions/setting.registry.js';
import { settingCipherContext, StoredSettings, type StoredSetting } from './stored-settings.js';

/** Current values of settings for other modules. Decrypted secrets must not leave this process. */
@Injectable()
export class Settings {
  constructor(
    private readonly stored: StoredSettings,
    private readonly cipher: SecretCipher,
  ) {}

  /** Returns related values from one read, so that a secret is never sent to a newer address. */
  async together<K extends SettingKey>(...keys: K[]): Promise<{ readonly [P in K]: SettingTypes[P] }> {
    const rows = await this.stored.all();
    return Object.fromEntries(keys.map((key) => [key, this.valueIn(rows, key)])) as { [P in K]: SettingTypes[P] };
  }

  /** Returns a value that is at most one second old. An unchanged value is always the same object. */
  async get<K extends SettingKey>(key: K): Promise<SettingTypes[K]> {
    return this.valueIn(await this.stored.all(), key);
  }

  private valueIn<K extends SettingKey>(rows: ReadonlyMap<string, StoredSetting>, key: K): SettingTypes[K] {
    const definition = settingDefinition(key);
    if (!definition) throw new Error(`There is no setting ${key}`);
    const row = rows.get(key);
    if (!row) return definition.default as SettingTypes[K];
    return (
      definition.isSecret ? this.cipher.decrypt(String(row.value), settingCipherContext(key)) : row.value
    ) as SettingTypes[K];
  }
}
