/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RecoveryCodesView = {
  /**
   * The ten codes; those before them are worth nothing any more.
   */
  recoveryCodes: Array<string>;
};

