/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyRef } from './CompanyRef';
import type { ContactRef } from './ContactRef';
import type { DealPipelineRef } from './DealPipelineRef';
import type { DealPriority } from './DealPriority';
import type { DealStageRef } from './DealStageRef';
import type { DealStatus } from './DealStatus';
import type { OwnerRef } from './OwnerRef';
import type { TeamRef } from './TeamRef';
export type DealView = {
  /**
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * What is to be sold.
   */
  title: string;
  /**
   * What there is to say about it.
   */
  description: string;
  /**
   * What it is worth.
   */
  value: string | null;
  /**
   * Currency of `value`.
   */
  currency: string;
  /**
   * The pipeline that it goes through.
   */
  pipelineId: string;
  /**
   * The pipeline, only with `include=pipeline`.
   */
  pipeline?: DealPipelineRef | null;
  /**
   * The stage that it is in.
   */
  stageId: string;
  /**
   * The stage, only with `include=stage`.
   */
  stage?: DealStageRef | null;
  /**
   * Whether it is decided, and how; an abandoned one stays in the stage where it was left.
   */
  status: DealStatus;
  /**
   * How likely it is won, in per cent: 100 once won, 0 once lost or abandoned.
   */
  probability: number;
  /**
   * Whether the probability is its own and not that of the stage.
   */
  hasOwnProbability: boolean;
  /**
   * The value times the probability.
   */
  weightedValue: string | null;
  /**
   * The company that buys.
   */
  companyId: string | null;
  /**
   * The company, only with `include=company`; null where it is out of the caller's sight.
   */
  company?: CompanyRef | null;
  /**
   * The person one speaks to.
   */
  contactId: string | null;
  /**
   * The contact, only with `include=contact`; null where it is out of the caller's sight.
   */
  contact?: ContactRef | null;
  /**
   * The lead that it came from.
   */
  leadId: string | null;
  /**
   * The user who works on the deal.
   */
  ownerId: string | null;
  /**
   * The owner, only with `include=owner`.
   */
  owner?: OwnerRef | null;
  /**
   * The team that the deal belongs to: the owner's, or the one that it was given to.
   */
  teamId: string | null;
  /**
   * The team, only with `include=team`.
   */
  team?: TeamRef | null;
  /**
   * How much it matters.
   */
  priority: DealPriority;
  /**
   * Where the deal came from.
   */
  source: string | null;
  /**
   * The day by which it may be decided.
   */
  expectedCloseDate: string | null;
  /**
   * When it was won, lost or abandoned; null while it is open.
   */
  closedAt: string | null;
  /**
   * When it came to its stage.
   */
  stageEnteredAt: string;
  /**
   * When it has been in its stage for longer than deals should, counted from `stageEnteredAt`; null for a decided one, or where the stage sets no limit.
   */
  rotsAt: string | null;
  /**
   * Whether `rotsAt` has passed. It becomes true by time alone: neither version nor ETag tell of that.
   */
  isRotting: boolean;
  /**
   * Why it was won.
   */
  wonReason: string | null;
  /**
   * Why it was lost or abandoned.
   */
  lostReason: string | null;
  /**
   * Labels.
   */
  tags: Array<string>;
  /**
   * Ids in other systems.
   */
  externalIds: Record<string, string>;
  /**
   * Custom fields.
   */
  customFields: Record<string, any>;
  /**
   * When the deal was made.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   */
  deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the deal.
   */
  version: number;
};

