/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealChangeKind } from './DealChangeKind';
import type { DealMoment } from './DealMoment';
export type ChangedDealView = {
  /**
   * Id of the deal
   */
  id: string;
  /**
   * Title of the deal
   */
  title: string;
  /**
   * Id of the owner
   */
  ownerId: string | null;
  /**
   * Kinds of changes
   */
  kinds: Array<DealChangeKind>;
  /**
   * Time of the last change
   */
  changedAt: string;
  /**
   * Earlier state of the deal; null if the deal was not in this pipeline yet
   */
  was: DealMoment | null;
  /**
   * Current state of the deal
   */
  is: DealMoment;
};

