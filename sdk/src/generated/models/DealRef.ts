/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealStatus } from './DealStatus';
export type DealRef = {
  /**
   * Id of the deal
   */
  id: string;
  /**
   * Title of the deal
   */
  title: string;
  /**
   * Status of the deal
   */
  status: DealStatus;
};

