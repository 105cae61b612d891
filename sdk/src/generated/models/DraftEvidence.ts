/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadDraftField } from './LeadDraftField';
export type DraftEvidence = {
  /**
   * The field of the draft.
   */
  field: LeadDraftField;
  /**
   * The words of the text that say so; null where none do.
   */
  words: string | null;
  /**
   * Where these words begin, in UTF-16 code units.
   */
  start: number | null;
  /**
   * Where they end.
   */
  end: number | null;
  /**
   * How sure it is, 0 to 1.
   */
  confidence: number;
};

