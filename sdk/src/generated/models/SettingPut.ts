/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScoringRuleView } from './ScoringRuleView';
export type SettingPut = {
  /**
   * New value; null resets the setting to its default
   */
  value: (string | null | number | boolean | Array<ScoringRuleView>);
  /**
   * Secret for the new URL, if the setting is a URL with a secret. Without it, a URL with another origin deletes the stored secret.
   */
  secret?: string;
};

