/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScoringRuleView } from './ScoringRuleView';
export type SettingChange = {
  /**
   * New value; absent for a secret
   */
  value?: (string | null | number | boolean | Array<ScoringRuleView>);
  /**
   * Old value; absent for a secret
   */
  previous?: (string | null | number | boolean | Array<ScoringRuleView>);
  /**
   * Name
   */
  key: string;
  /**
   * Whether the setting is a secret, whose value is never returned
   */
  isSecret: boolean;
};

