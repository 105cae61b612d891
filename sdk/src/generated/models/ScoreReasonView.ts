/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScoreReasonView = {
  /**
   * Name of the rule, from the setting `lead_scoring_rules`
   */
  rule: string;
  /**
   * Points added by the rule
   */
  points: number;
};

