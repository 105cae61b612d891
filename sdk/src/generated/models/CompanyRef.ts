/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CompanyRef = {
  /**
   * The company's id.
   */
  id: string;
  /**
   * The company's name.
   */
  name: string;
  /**
   * The company's web domain.
   */
  domain: string | null;
};

