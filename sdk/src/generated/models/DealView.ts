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
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Title of the deal
   */
  title: string;
  /**
   * Description
   */
  description: string;
  /**
   * Value
   */
  value: string | null;
  /**
   * Currency of `value`
   */
  currency: string;
  /**
   * Id of the pipeline
   */
  pipelineId: string;
  /**
   * The pipeline, only with `include=pipeline`
   */
  pipeline?: DealPipelineRef | null;
  /**
   * Id of the stage
   */
  stageId: string;
  /**
   * The stage, only with `include=stage`
   */
  stage?: DealStageRef | null;
  /**
   * Status of the deal; an abandoned deal stays in its last stage
   */
  status: DealStatus;
  /**
   * Probability of winning in percent: 100 if won, 0 if lost or abandoned
   */
  probability: number;
  /**
   * Whether the deal has its own probability instead of the stage's probability
   */
  hasOwnProbability: boolean;
  /**
   * Value multiplied by the probability
   */
  weightedValue: string | null;
  /**
   * Id of the company that buys
   */
  companyId: string | null;
  /**
   * The company, only with `include=company`; null if the caller cannot see it
   */
  company?: CompanyRef | null;
  /**
   * Id of the main contact
   */
  contactId: string | null;
  /**
   * The contact, only with `include=contact`; null if the caller cannot see it
   */
  contact?: ContactRef | null;
  /**
   * Id of the lead that the deal came from
   */
  leadId: string | null;
  /**
   * Id of the owner
   */
  ownerId: string | null;
  /**
   * The owner, only with `include=owner`
   */
  owner?: OwnerRef | null;
  /**
   * Id of the team: the owner's team, or the team that the deal was assigned to
   */
  teamId: string | null;
  /**
   * The team, only with `include=team`
   */
  team?: TeamRef | null;
  /**
   * Priority
   */
  priority: DealPriority;
  /**
   * Source of the deal
   */
  source: string | null;
  /**
   * Expected close date
   */
  expectedCloseDate: string | null;
  /**
   * Time when the deal was won, lost or abandoned; null while it is open
   */
  closedAt: string | null;
  /**
   * Time when the deal entered its stage
   */
  stageEnteredAt: string;
  /**
   * Time when the deal exceeds the `rotDays` of its stage, counted from `stageEnteredAt`. Null for a closed deal, or if the stage has no limit.
   */
  rotsAt: string | null;
  /**
   * Whether `rotsAt` has passed. This changes with time, without a new version or ETag.
   */
  isRotting: boolean;
  /**
   * Reason for winning the deal
   */
  wonReason: string | null;
  /**
   * Reason for losing or abandoning the deal
   */
  lostReason: string | null;
  /**
   * Tags
   */
  tags: Array<string>;
  /**
   * Ids in other systems, by system name
   */
  externalIds: Record<string, string>;
  /**
   * Custom field values, by field key
   */
  customFields: Record<string, any>;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   */
  deletedAt: string | null;
  /**
   * Version number, also in the ETag of the deal
   */
  version: number;
};

