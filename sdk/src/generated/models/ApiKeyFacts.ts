/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKeyFacts = {
  /**
   * The id of the user who made it and for whom it acts.
   */
  createdById: string;
  /**
   * What the key is for.
   */
  name: string;
  /**
   * The public half of the key, to recognise it by.
   */
  keyPrefix: string;
  /**
   * What it may, as far as the one who made it may.
   */
  scopes: Array<string>;
};

