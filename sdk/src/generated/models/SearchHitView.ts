/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SearchKind } from './SearchKind';
import type { SearchMatch } from './SearchMatch';
export type SearchHitView = {
  /**
   * Id of the record
   */
  id: string;
  /**
   * Record type
   */
  kind: SearchKind;
  /**
   * Name of the record, title of a deal, or subject of an activity
   */
  title: string;
  /**
   * Text that distinguishes records with the same title. Lead: company; contact: job title; company: industry; deal: value; activity: start of the description.
   */
  subtitle: string | null;
  /**
   * Most reliable kind of match
   */
  matchedBy: SearchMatch;
  /**
   * Relevance, 0 to 1; comparable between record types
   */
  rank: number;
  /**
   * E-mail address; null if the record type has none
   */
  email: string | null;
  /**
   * Phone number; null if the record type has none
   */
  phone: string | null;
  /**
   * Status of the record
   */
  status: string;
  /**
   * Id of the owner
   */
  ownerId: string | null;
  /**
   * Time of the last change
   */
  updatedAt: string;
};

