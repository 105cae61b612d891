/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionCompany } from './ConversionCompany';
export type CompanyTarget = {
  /**
   * The company that the lead is joined to; only its empty fields are filled.
   */
  id?: string;
  /**
   * A new company.
   */
  create?: ConversionCompany;
};

