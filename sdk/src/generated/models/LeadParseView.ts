/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DraftEvidence } from './DraftEvidence';
import type { LeadDraftView } from './LeadDraftView';
import type { LeadParser } from './LeadParser';
export type LeadParseView = {
  /**
   * Field values found in the text
   */
  draft: LeadDraftView;
  /**
   * Position in the text for each field
   */
  evidence: Array<DraftEvidence>;
  /**
   * Parser of the text: built-in rules, or the language model from the settings
   */
  parser: LeadParser;
  /**
   * Name of the language model; null if the rules parsed the text
   */
  model?: string;
  /**
   * Reason why the rules parsed the text although a language model is configured
   */
  notice?: string;
  /**
   * Missing fields: a name, and an e-mail address or a phone number. `email` and `phone` are both listed until one is present.
   */
  missing: Array<string>;
};

