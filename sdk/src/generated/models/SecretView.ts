/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SecretView = {
  /**
   * Whether there is one.
   */
  isSet: boolean;
  /**
   * Its last four characters.
   */
  last4: string | null;
  /**
   * When it was given.
   */
  updatedAt: string | null;
};

