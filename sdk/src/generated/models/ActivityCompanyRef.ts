/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ActivityCompanyRef = {
  /**
   * The company's id.
   */
  id: string;
  /**
   * The company's name.
   */
  name: string;
};

