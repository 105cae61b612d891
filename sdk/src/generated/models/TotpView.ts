/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TotpView = {
  /**
   * Time when the second factor was enabled
   */
  enabledAt: string | null;
  /**
   * Number of unused recovery codes
   */
  recoveryCodesLeft: number;
  /**
   * Whether the second factor is enabled
   */
  isEnabled: boolean;
  /**
   * Whether the user must set up a second factor before any other request
   */
  mustSetUp: boolean;
};

