/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadStatus } from './LeadStatus';
export type StatusCount = {
  /**
   * Status
   */
  status: LeadStatus;
  /**
   * Number of leads with this status, without deleted leads
   */
  count: number;
};

