import { defineEvent } from '../../kernel/events.js';
import { SettingChange } from './settings.dto.js';

export const settingUpdated = defineEvent<SettingChange>(
  'setting.updated',
  'settings',
  'A setting was changed or reset to its default.',
  { payload: () => SettingChange },
);
