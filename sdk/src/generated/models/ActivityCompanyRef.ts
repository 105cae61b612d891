/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityCompanyRef = {
  /**
   * Id of the company
   */
  id: string;
  /**
   * Name of the company
   */
  name: string;
};

