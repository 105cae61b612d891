/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LegalHoldFacts = {
  /**
   * The hold.
   */
  id: string;
  /**
   * What kind of record is held; null where it is a person.
   */
  resourceType: string | null;
  /**
   * The record that is held; null where it is a person.
   */
  recordId: string | null;
};

