import { defineEvent } from '../../kernel/events.js';

export interface SettingUpdated {
  readonly key: string;
  readonly isSecret: boolean;
  /** What it is now and what it was; absent for secrets, whose values are told nowhere. */
  readonly value?: unknown;
  readonly previous?: unknown;
}

export const settingUpdated = defineEvent<SettingUpdated>('setting.updated', 'settings', 'A setting was changed or went back to its default.');
