import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { requireRecentAuth } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { invalidAt, notFound } from '../../kernel/errors.js';
import { Events } from '../../kernel/events.js';
import type { Page } from '../../kernel/page.js';
import { SecurityLog } from '../../kernel/logs/security-log.js';
import { Database } from '../../platform/database/index.js';
import type { SettingView } from './settings.dto.js';
import './definitions/setting-definitions.js';
import { settingUpdated } from './settings.events.js';
import type { SettingRow } from './settings.queries.js';
import { SettingValues } from './setting-values.js';
import { settingDefinition, settingDefinitions, type SettingDefinition } from './definitions/setting.registry.js';
import { StoredSettings, type StoredSetting } from './stored-settings.js';

// Events need a UUID, and settings have none. The UUID of a setting is derived from the key.
const NAMESPACE = '6f1b5c1e-9a3c-4b0e-8c58-2f1f4b9d7a10';

@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly stored: StoredSettings,
    private readonly values: SettingValues,
    private readonly events: Events,
    private readonly security: SecurityLog,
  ) {}

  async list(): Promise<Page<SettingView>> {
    const rows = await this.stored.all();
    const data = settingDefinitions().map((definition) => this.view(definition, rows.get(definition.key)));
    return { data, pageInfo: { nextCursor: null, prevCursor: null, hasMore: false } };
  }

  async get(key: string): Promise<SettingView> {
    return this.view(requireDefinition(key), (await this.stored.all()).get(key));
  }

  /** Reads the rows without the cache, so that the response contains the written values. */
  async put(actor: Actor, key: string, input: unknown, secret?: string): Promise<SettingView> {
    const definition = requireDefinition(key);
    if (definition.isSecret || definition.isDestination) requireRecentAuth(actor);
    if (secret !== undefined && !definition.sends)
      throw invalidAt('#/secret', 'no-destination', `no secret is sent to ${key}`);
    if (input !== null) this.values.check(definition, input);
    if (secret !== undefined) this.values.check(requireDefinition(definition.sends ?? ''), secret, '#/secret');
    const value = input === null ? null : (definition.normalize?.(input) ?? input);
    return this.database.write(async () => {
      const before = await this.write(actor, definition, value);
      if (definition.sends)
        await this.redirect(actor, definition, {
          from: parsed(before)?.value ?? definition.default,
          to: value ?? definition.default,
          secret,
        });
      return this.view(definition, parsed(await this.stored.locked(key)));
    });
  }

  /** Writes a row and records the event. Returns the previous row. */
  private async write(actor: Actor, definition: SettingDefinition, value: unknown): Promise<SettingRow | undefined> {
    const { key, isSecret = false } = definition;
    const before = await this.stored.locked(key);
    const isChanged = await this.stored.write(
      key,
      value === null ? null : this.values.toStore(definition, value),
      isSecret,
      actor.userId,
    );
    if (isChanged) this.events.record(settingUpdated, v5(key, NAMESPACE), change(definition, before, value));
    return before;
  }

  /** Sets or clears the secret of an address. A secret for one origin must not be sent to another origin. */
  private async redirect(
    actor: Actor,
    { key, sends = '' }: SettingDefinition,
    { from, to, secret }: { from: unknown; to: unknown; secret: string | undefined },
  ): Promise<void> {
    const isMoved = originOf(from) !== originOf(to);
    const isStored = (await this.stored.locked(sends)) !== undefined;
    if (secret !== undefined || (isMoved && isStored))
      await this.write(actor, requireDefinition(sends), secret ?? null);
    if (!isMoved) return;
    const isCleared = isStored && secret === undefined;
    await this.security.record({
      event: 'destination_changed',
      severity: 'warning',
      description: `The setting ${key} now points to ${originOf(to)}${isCleared ? `; ${sends} was cleared` : ''}.`,
      details: { setting: key, from: originOf(from), to: originOf(to), isSecretCleared: isCleared },
    });
  }

  private view(definition: SettingDefinition, row: StoredSetting | undefined): SettingView {
    const { key, kind, description, isSecret = false } = definition;
    const common = {
      key,
      kind,
      description,
      isSecret,
      default: definition.default,
      isSet: row !== undefined,
      updatedAt: row?.updatedAt ?? null,
    };
    if (!isSecret) return { ...common, value: row ? row.value : definition.default, last4: null };
    return { ...common, value: null, last4: row ? this.values.lastOf(key, row) : null };
  }
}

function requireDefinition(key: string): SettingDefinition {
  const definition = settingDefinition(key);
  if (!definition) throw notFound('setting');
  return definition;
}

const originOf = (address: unknown): string => new URL(String(address)).origin;
const parsed = (row: SettingRow | undefined): StoredSetting | undefined =>
  row && { ...row, value: JSON.parse(row.text) as unknown };

function change(definition: SettingDefinition, before: SettingRow | undefined, value: unknown) {
  const { key, isSecret = false } = definition;
  return isSecret
    ? { key, isSecret }
    : { key, isSecret, value: value ?? definition.default, previous: parsed(before)?.value ?? definition.default };
}
