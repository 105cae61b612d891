/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DealChangeKind } from './DealChangeKind';
import type { DealMoment } from './DealMoment';
export type ChangedDealView = {
  /**
   * The deal.
   */
  id: string;
  /**
   * What is to be sold.
   */
  title: string;
  /**
   * Who works on it.
   */
  ownerId: string | null;
  /**
   * What happened to it.
   */
  kinds: Array<DealChangeKind>;
  /**
   * When it last changed.
   */
  changedAt: string;
  /**
   * What it was then; null for one that was not on this pipeline yet.
   */
  was: DealMoment | null;
  /**
   * What it is now.
   */
  is: DealMoment;
};

