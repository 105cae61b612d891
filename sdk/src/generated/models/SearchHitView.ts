/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SearchKind } from './SearchKind';
import type { SearchMatch } from './SearchMatch';
export type SearchHitView = {
  /**
   * The record's id.
   */
  id: string;
  /**
   * What kind of record it is.
   */
  kind: SearchKind;
  /**
   * What it is called: the name, the title of a deal, the subject of an activity.
   */
  title: string;
  /**
   * What tells it from others of that name: the company of a lead, the job of a contact, the industry of a company, the value of a deal, the beginning of an activity's description.
   */
  subtitle: string | null;
  /**
   * Why it was found: the surest of the ways in which it was.
   */
  matchedBy: SearchMatch;
  /**
   * How well it fits, 0 to 1; comparable among the kinds.
   */
  rank: number;
  /**
   * Its e-mail address; null where that kind has none.
   */
  email: string | null;
  /**
   * Its phone number; null where that kind has none.
   */
  phone: string | null;
  /**
   * Its status, as its own kind says it.
   */
  status: string;
  /**
   * Who owns it.
   */
  ownerId: string | null;
  /**
   * When it was last changed.
   */
  updatedAt: string;
};

