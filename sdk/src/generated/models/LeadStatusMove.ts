/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadStatus } from './LeadStatus';
export type LeadStatusMove = {
  /**
   * Where the lead goes.
   */
  status: LeadStatus;
};

