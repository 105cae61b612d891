/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKeyFacts = {
  /**
   * Id of the user who created the key; the key acts for this user
   */
  createdById: string;
  /**
   * Name of the API key
   */
  name: string;
  /**
   * Public prefix of the key, for recognising the key
   */
  keyPrefix: string;
  /**
   * Scopes of the key, limited to the permissions of its creator
   */
  scopes: Array<string>;
};

