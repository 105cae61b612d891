/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadStatus } from './LeadStatus';
export type StatusCount = {
  /**
   * The status.
   */
  status: LeadStatus;
  /**
   * How many living leads have it.
   */
  count: number;
};

