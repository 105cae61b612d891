/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionCompany } from './ConversionCompany';
export type CompanyTarget = {
  /**
   * Id of an existing company to link; only its empty fields are filled
   */
  id?: string;
  /**
   * Data of a new company
   */
  create?: ConversionCompany;
};

