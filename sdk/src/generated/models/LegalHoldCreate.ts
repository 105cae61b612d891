/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { HeldResource } from './HeldResource';
export type LegalHoldCreate = {
  /**
   * What kind of record is to be held.
   */
  resourceType?: HeldResource;
  /**
   * The record that is to be held, with what is on it.
   */
  recordId?: string;
  /**
   * The person whose records are to be held, instead of one record.
   */
  email?: string;
  /**
   * Why.
   */
  reason: string;
};

