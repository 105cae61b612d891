/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadDraftField } from './LeadDraftField';
export type DraftEvidence = {
  /**
   * Field of the draft
   */
  field: LeadDraftField;
  /**
   * Words of the text that the value comes from; null if there are none
   */
  words: string | null;
  /**
   * Start of these words in the text, in UTF-16 code units
   */
  start: number | null;
  /**
   * End of these words in the text, in UTF-16 code units
   */
  end: number | null;
  /**
   * Confidence, 0 to 1
   */
  confidence: number;
};

