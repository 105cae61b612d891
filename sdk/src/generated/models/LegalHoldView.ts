/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { HeldResource } from './HeldResource';
export type LegalHoldView = {
  /**
   * The hold.
   */
  id: string;
  /**
   * What kind of record is held; null where it is a person.
   */
  resourceType: HeldResource | null;
  /**
   * The record that is held; null where it is a person.
   */
  recordId: string | null;
  /**
   * The person whose records are held, also those that are yet to come; null where it is one record.
   */
  email: string | null;
  /**
   * Why.
   */
  reason: string;
  /**
   * Who placed it.
   */
  placedById: string | null;
  /**
   * When it was placed.
   */
  placedAt: string;
  /**
   * Who released it.
   */
  releasedById: string | null;
  /**
   * When it was released; null while it holds.
   */
  releasedAt: string | null;
};

