/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CompanyRef = {
  /**
   * Id of the company
   */
  id: string;
  /**
   * Name of the company
   */
  name: string;
  /**
   * Web domain of the company
   */
  domain: string | null;
};

