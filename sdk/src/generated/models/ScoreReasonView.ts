/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScoreReasonView = {
  /**
   * The rule of the setting `lead_scoring_rules` that gave the points.
   */
  rule: string;
  /**
   * Points that the rule gave.
   */
  points: number;
};

