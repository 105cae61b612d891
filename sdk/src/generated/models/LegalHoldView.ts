/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { HeldResource } from './HeldResource';
export type LegalHoldView = {
  /**
   * Id of the legal hold
   */
  id: string;
  /**
   * Record type of the held record; null if the hold protects a person
   */
  resourceType: HeldResource | null;
  /**
   * Id of the held record; null if the hold protects a person
   */
  recordId: string | null;
  /**
   * E-mail address of the person whose present and future records are held; null for a single record
   */
  email: string | null;
  /**
   * Reason
   */
  reason: string;
  /**
   * Id of the user who placed the hold
   */
  placedById: string | null;
  /**
   * Time when the hold was placed
   */
  placedAt: string;
  /**
   * Id of the user who released the hold
   */
  releasedById: string | null;
  /**
   * Time of release; null while the hold is active
   */
  releasedAt: string | null;
};

