/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadStatus } from './LeadStatus';
export type ActivityLeadRef = {
  /**
   * The lead's id.
   */
  id: string;
  /**
   * The lead's name.
   */
  name: string;
  /**
   * Place in the lifecycle.
   */
  status: LeadStatus;
};

