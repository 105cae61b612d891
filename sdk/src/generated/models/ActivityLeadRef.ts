/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadStatus } from './LeadStatus';
export type ActivityLeadRef = {
  /**
   * Id of the lead
   */
  id: string;
  /**
   * Name of the lead
   */
  name: string;
  /**
   * Status in the lead lifecycle
   */
  status: LeadStatus;
};

