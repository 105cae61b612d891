/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MergeCandidate } from './MergeCandidate';
export type MergeField = {
  /**
   * The field; custom fields are called `custom.<key>`, ids of other systems `externalIds.<system>`.
   */
  field: string;
  /**
   * What the survivor has afterwards.
   */
  value: (string | null | number | boolean | Record<string, any>);
  /**
   * The record that it comes from; null for what is united from several.
   */
  fromId: string | null;
  /**
   * What each record has that has anything.
   */
  candidates: Array<MergeCandidate>;
};

