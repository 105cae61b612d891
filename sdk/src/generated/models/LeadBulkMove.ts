/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadStatus } from './LeadStatus';
export type LeadBulkMove = {
  /**
   * The lead.
   */
  id: string;
  /**
   * Where the lead goes.
   */
  status: LeadStatus;
};

