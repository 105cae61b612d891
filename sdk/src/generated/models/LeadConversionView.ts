/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConversionTargetView } from './ConversionTargetView';
import type { LeadView } from './LeadView';
import type { NotCarriedView } from './NotCarriedView';
export type LeadConversionView = {
  /**
   * The lead; unchanged after a dry run
   */
  lead: LeadView;
  /**
   * Whether this was a dry run, which saves nothing
   */
  dryRun: boolean;
  /**
   * The company; null for none
   */
  company: ConversionTargetView | null;
  /**
   * The contact; null for none
   */
  contact: ConversionTargetView | null;
  /**
   * The deal; null for none
   */
  deal: ConversionTargetView | null;
  /**
   * Number of activities of the lead that now appear on the timelines of the other records
   */
  activities: number;
  /**
   * Values of the lead that could not be copied
   */
  notCarried: Array<NotCarriedView>;
};

