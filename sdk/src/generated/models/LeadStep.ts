/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadStatus } from './LeadStatus';
export type LeadStep = {
  /**
   * Where the lead was.
   */
  oldStatus: LeadStatus;
  /**
   * Where the lead is now.
   */
  newStatus: LeadStatus;
};

