/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SecretView = {
  /**
   * Whether a value is set
   */
  isSet: boolean;
  /**
   * Last four characters of the secret
   */
  last4: string | null;
  /**
   * Time when the value was set
   */
  updatedAt: string | null;
};

