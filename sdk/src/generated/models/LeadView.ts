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
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * Full name.
   */
  name: string;
  /**
   * Given name.
   */
  firstName: string | null;
  /**
   * Family name.
   */
  lastName: string | null;
  /**
   * E-mail address in lower case.
   */
  email: string | null;
  /**
   * Phone number.
   */
  phone: string | null;
  /**
   * Company.
   */
  company: string | null;
  /**
   * Job title.
   */
  jobTitle: string | null;
  /**
   * Website.
   */
  website: string | null;
  /**
   * Budget in the lead's own words.
   */
  budget: string | null;
  /**
   * What is to be done.
   */
  projectType: string | null;
  /**
   * What the lead wrote.
   */
  message: string;
  /**
   * Where the lead came from.
   */
  source: string | null;
  /**
   * Place in the lifecycle.
   */
  status: LeadStatus;
  /**
   * Place in the sales process, derived from the status; of a converted lead, from its deal.
   */
  stage: LeadStage;
  /**
   * How promising the lead is, 0 to 100.
   */
  score: number;
  /**
   * Why the score is what it is.
   */
  scoreReasons: Array<ScoreReasonView>;
  /**
   * What the lead may be worth.
   */
  estimatedValue: string | null;
  /**
   * Currency of `estimatedValue`.
   */
  currency: string | null;
  /**
   * The day by which it may be decided.
   */
  expectedCloseDate: string | null;
  /**
   * The user who works on the lead.
   */
  ownerId: string | null;
  /**
   * The owner, only with `include=owner`.
   */
  owner?: OwnerRef | null;
  /**
   * The team that the lead belongs to: the owner's, or the one that it was given to.
   */
  teamId: string | null;
  /**
   * The team, only with `include=team`.
   */
  team?: TeamRef | null;
  /**
   * Internal notes.
   */
  notes: string | null;
  /**
   * Labels.
   */
  tags: Array<string>;
  /**
   * The text that the lead was read from, where it was.
   */
  rawInput: string | null;
  /**
   * Whether fields were filled from free text.
   */
  aiParsed: boolean;
  /**
   * What else is known of the origin.
   */
  metadata: Record<string, any>;
  /**
   * Ids in other systems.
   */
  externalIds: Record<string, string>;
  /**
   * Custom fields.
   */
  customFields: Record<string, any>;
  /**
   * When the lead first left `new`.
   */
  contactedAt: string | null;
  /**
   * When the lead was converted; from then on it cannot be changed.
   */
  convertedAt: string | null;
  /**
   * The company that it was converted into.
   */
  convertedCompanyId: string | null;
  /**
   * The contact that it was converted into.
   */
  convertedContactId: string | null;
  /**
   * The deal that it was converted into.
   */
  convertedDealId: string | null;
  /**
   * When the lead came in.
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
   * Counts the changes; the ETag of the lead.
   */
  version: number;
};

