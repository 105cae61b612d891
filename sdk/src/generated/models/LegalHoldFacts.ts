/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LegalHoldFacts = {
  /**
   * Id of the legal hold
   */
  id: string;
  /**
   * Record type of the held record; null if the hold protects a person
   */
  resourceType: string | null;
  /**
   * Id of the held record; null if the hold protects a person
   */
  recordId: string | null;
};

