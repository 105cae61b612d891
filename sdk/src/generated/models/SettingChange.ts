/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ScoringRuleView } from './ScoringRuleView';
export type SettingChange = {
  /**
   * What it is now; absent for a secret.
   */
  value?: (string | null | number | boolean | Array<ScoringRuleView>);
  /**
   * What it was before; absent for a secret.
   */
  previous?: (string | null | number | boolean | Array<ScoringRuleView>);
  /**
   * Its name.
   */
  key: string;
  /**
   * Whether it is a secret, whose values are told nowhere.
   */
  isSecret: boolean;
};

