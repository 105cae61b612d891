import type { CountryCode, CurrencyCode } from './generated/closed-lists.js';
import type { ScoringRuleView, SettingKey, SettingPut, SettingView } from './generated/models.js';

/** The value types of all settings. */
export interface SettingValues {
  admin_email: string;
  cal_com_link: string;
  company_name: string;
  default_country: CountryCode;
  default_currency: CurrencyCode;
  event_retention_days: number;
  lead_scoring_rules: ReadonlyArray<ScoringRuleView>;
  openai_api_key: string;
  openai_base_url: string;
  openai_model: string;
  timezone: string;
}

/** A setting with the type of its value. */
export type SettingOf<Key extends SettingKey> = Omit<SettingView, 'key' | 'value' | 'default'> & {
  key: Key;
  /** Current value: the stored value or the default. Always null for a secret. */
  value: SettingValues[Key] | null;
  /** Default value */
  default: SettingValues[Key] | null;
};

export type SettingChange<Key extends SettingKey> = Omit<SettingPut, 'value'> & {
  /** New value; null resets the setting to its default */
  value: SettingValues[Key] | null;
};
