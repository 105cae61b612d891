/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ScoringRuleView = {
  /**
   * Name of the rule in the score reasons of a lead
   */
  name: string;
  /**
   * Points to add or subtract if a lead matches
   */
  points: number;
  /**
   * Filter that a lead must match, in the syntax of `POST /leads/search`
   */
  when: Record<string, any>;
};

