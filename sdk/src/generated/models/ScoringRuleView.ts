/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScoringRuleView = {
  /**
   * What the rule is called in a lead's score reasons.
   */
  name: string;
  /**
   * What a lead gains, or loses, where the rule holds.
   */
  points: number;
  /**
   * The filter that a lead must meet, in the language of `POST /leads/search`.
   */
  when: Record<string, any>;
};

