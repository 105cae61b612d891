/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScoringRuleView } from './ScoringRuleView';
import type { SettingKind } from './SettingKind';
export type SettingView = {
  /**
   * What its values are.
   */
  kind: SettingKind;
  /**
   * The value that holds now: the one that was set, or else the default. Always null for a secret.
   */
  value: (string | null | number | boolean | Array<ScoringRuleView>);
  /**
   * The value that holds where none was set.
   */
  default: (string | null | number | boolean | Array<ScoringRuleView>);
  /**
   * The last four characters of a secret that is long enough to show them; otherwise null.
   */
  last4: string | null;
  /**
   * When it was set; null while the default holds.
   */
  updatedAt: string | null;
  /**
   * Its name.
   */
  key: string;
  /**
   * What it is for.
   */
  description: string;
  /**
   * A secret can be written and never read.
   */
  isSecret: boolean;
  /**
   * Whether a value was set.
   */
  isSet: boolean;
};

