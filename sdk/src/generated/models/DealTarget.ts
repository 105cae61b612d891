/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionDeal } from './ConversionDeal';
export type DealTarget = {
  /**
   * Id of an existing deal to link; only its empty fields are filled
   */
  id?: string;
  /**
   * Data of a new deal
   */
  create?: ConversionDeal;
};

