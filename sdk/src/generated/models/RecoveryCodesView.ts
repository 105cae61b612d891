/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RecoveryCodesView = {
  /**
   * Ten recovery codes; all earlier codes are invalid
   */
  recoveryCodes: Array<string>;
};

