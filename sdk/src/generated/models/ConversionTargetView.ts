/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DuplicateReason } from './DuplicateReason';
export type ConversionTargetView = {
  /**
   * Its id; null for one that a dry run would make.
   */
  id: string | null;
  /**
   * Its name or title.
   */
  name: string;
  /**
   * Whether the conversion made it.
   */
  made: boolean;
  /**
   * Why it was taken for the one that was looked for, where `onDuplicate` is `use`.
   */
  matchedBy: Array<DuplicateReason>;
  /**
   * Empty fields of one that was there that were filled from the lead.
   */
  filled: Array<string>;
  /**
   * Fields of one that was there that have another value than the lead, and keep it.
   */
  kept: Array<string>;
  /**
   * Labels that it got from the lead.
   */
  tagsAdded: Array<string>;
  /**
   * What it was made with, or what was filled.
   */
  values: Record<string, any>;
};

