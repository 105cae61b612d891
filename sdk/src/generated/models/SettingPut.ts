/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScoringRuleView } from './ScoringRuleView';
export type SettingPut = {
  /**
   * The new value; null goes back to the default.
   */
  value: (string | null | number | boolean | Array<ScoringRuleView>);
};

