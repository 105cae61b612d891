/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScoringRuleView } from './ScoringRuleView';
import type { SettingKind } from './SettingKind';
export type SettingView = {
  /**
   * Data type of the setting
   */
  kind: SettingKind;
  /**
   * Current value: the stored value or the default. Always null for a secret.
   */
  value: (string | null | number | boolean | Array<ScoringRuleView>);
  /**
   * Default value
   */
  default: (string | null | number | boolean | Array<ScoringRuleView>);
  /**
   * Last four characters of a secret that is long enough; otherwise null
   */
  last4: string | null;
  /**
   * Time when the value was set; null if the default applies
   */
  updatedAt: string | null;
  /**
   * Name
   */
  key: string;
  /**
   * Description
   */
  description: string;
  /**
   * Whether the setting is a secret, which can be written but not read
   */
  isSecret: boolean;
  /**
   * Whether a value is stored
   */
  isSet: boolean;
};

