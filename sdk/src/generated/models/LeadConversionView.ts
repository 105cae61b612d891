/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionTargetView } from './ConversionTargetView';
import type { LeadView } from './LeadView';
import type { NotCarriedView } from './NotCarriedView';
export type LeadConversionView = {
  /**
   * The lead; after a dry run as it is.
   */
  lead: LeadView;
  /**
   * Whether nothing was written.
   */
  dryRun: boolean;
  /**
   * The company; null for none.
   */
  company: ConversionTargetView | null;
  /**
   * The contact; null for none.
   */
  contact: ConversionTargetView | null;
  /**
   * The deal; null for none.
   */
  deal: ConversionTargetView | null;
  /**
   * How many activities of the lead are on the timelines of the others now.
   */
  activities: number;
  /**
   * What found no place.
   */
  notCarried: Array<NotCarriedView>;
};

