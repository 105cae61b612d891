/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionDeal } from './ConversionDeal';
export type DealTarget = {
  /**
   * The deal that the lead is joined to; only its empty fields are filled.
   */
  id?: string;
  /**
   * A new deal.
   */
  create?: ConversionDeal;
};

