/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TotpView = {
  /**
   * Since when.
   */
  enabledAt: string | null;
  /**
   * How many recovery codes are left.
   */
  recoveryCodesLeft: number;
  /**
   * Whether it does.
   */
  isEnabled: boolean;
  /**
   * Whether a second factor must be set up before anything else is open.
   */
  mustSetUp: boolean;
};

