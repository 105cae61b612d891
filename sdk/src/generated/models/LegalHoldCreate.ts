/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { HeldResource } from './HeldResource';
export type LegalHoldCreate = {
  /**
   * Record type of the record to hold
   */
  resourceType?: HeldResource;
  /**
   * Id of the record to hold, together with its linked data
   */
  recordId?: string;
  /**
   * E-mail address of the person whose records are held; use this instead of `recordId`
   */
  email?: string;
  /**
   * Reason
   */
  reason: string;
};

