export { GeneratedSecrets } from './generated-secrets.js';
export { areScoringRules, type ScoringRule } from './definitions/scoring-rules.js';
export {
  checkSetting,
  defineSetting,
  type SettingDefinition,
  type SettingKey,
  type SettingTypes,
} from './definitions/setting.registry.js';
export { Settings } from './settings.js';
export { SettingChange } from './settings.dto.js';
export { settingUpdated } from './settings.events.js';
export { SettingsModule } from './settings.module.js';
