/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadStatus } from './LeadStatus';
export type LeadStep = {
  /**
   * Previous status of the lead
   */
  oldStatus: LeadStatus;
  /**
   * Current status of the lead
   */
  newStatus: LeadStatus;
};

