/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealStatus } from './DealStatus';
export type DealRef = {
  /**
   * The deal.
   */
  id: string;
  /**
   * What is to be sold.
   */
  title: string;
  /**
   * Whether it is decided, and how.
   */
  status: DealStatus;
};

