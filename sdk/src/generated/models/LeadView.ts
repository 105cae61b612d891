/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadStage } from './LeadStage';
import type { LeadStatus } from './LeadStatus';
import type { OwnerRef } from './OwnerRef';
import type { ScoreReasonView } from './ScoreReasonView';
import type { TeamRef } from './TeamRef';
export type LeadView = {
  /**
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Full name
   */
  name: string;
  /**
   * First name
   */
  firstName: string | null;
  /**
   * Last name
   */
  lastName: string | null;
  /**
   * E-mail address in lower case
   */
  email: string | null;
  /**
   * Phone number
   */
  phone: string | null;
  /**
   * Company name
   */
  company: string | null;
  /**
   * Job title
   */
  jobTitle: string | null;
  /**
   * Website URL
   */
  website: string | null;
  /**
   * Budget, as stated by the lead
   */
  budget: string | null;
  /**
   * Project type
   */
  projectType: string | null;
  /**
   * Message of the lead
   */
  message: string;
  /**
   * Source of the lead
   */
  source: string | null;
  /**
   * Status in the lead lifecycle
   */
  status: LeadStatus;
  /**
   * Stage in the sales process, derived from the status, or from the deal of a converted lead
   */
  stage: LeadStage;
  /**
   * Lead score, 0 to 100
   */
  score: number;
  /**
   * Rules that contributed to the score
   */
  scoreReasons: Array<ScoreReasonView>;
  /**
   * Estimated value
   */
  estimatedValue: string | null;
  /**
   * Currency of `estimatedValue`
   */
  currency: string | null;
  /**
   * Expected close date
   */
  expectedCloseDate: string | null;
  /**
   * Id of the owner
   */
  ownerId: string | null;
  /**
   * The owner, only with `include=owner`
   */
  owner?: OwnerRef | null;
  /**
   * Id of the team: the owner's team, or the team that the lead was assigned to
   */
  teamId: string | null;
  /**
   * The team, only with `include=team`
   */
  team?: TeamRef | null;
  /**
   * Internal notes
   */
  notes: string | null;
  /**
   * Tags
   */
  tags: Array<string>;
  /**
   * Original text, if the lead was created from text
   */
  rawInput: string | null;
  /**
   * Whether fields were filled from text
   */
  aiParsed: boolean;
  /**
   * Additional data about the origin
   */
  metadata: Record<string, any>;
  /**
   * Ids in other systems, by system name
   */
  externalIds: Record<string, string>;
  /**
   * Custom field values, by field key
   */
  customFields: Record<string, any>;
  /**
   * Time when the lead first left the status `new`
   */
  contactedAt: string | null;
  /**
   * Conversion time; a converted lead cannot be changed
   */
  convertedAt: string | null;
  /**
   * Id of the company that the lead was converted into
   */
  convertedCompanyId: string | null;
  /**
   * Id of the contact that the lead was converted into
   */
  convertedContactId: string | null;
  /**
   * Id of the deal that the lead was converted into
   */
  convertedDealId: string | null;
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
   * Version number, also in the ETag of the lead
   */
  version: number;
};

