/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DraftEvidence } from './DraftEvidence';
import type { LeadDraftView } from './LeadDraftView';
import type { LeadParser } from './LeadParser';
export type LeadParseView = {
  /**
   * What the text says.
   */
  draft: LeadDraftView;
  /**
   * Where each field comes from.
   */
  evidence: Array<DraftEvidence>;
  /**
   * Who read the text: the built-in rules, or the language model of the settings.
   */
  parser: LeadParser;
  /**
   * The name of the language model, where one read it.
   */
  model?: string;
  /**
   * Why the rules read it though a language model is set up.
   */
  notice?: string;
  /**
   * What a lead still needs: a name, and an e-mail address or a phone number (both are listed until one is there).
   */
  missing: Array<string>;
};

