import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  Currency,
  Day,
  Flag,
  FreeObject,
  Id,
  Integer,
  Money,
  Nested,
  Nullable,
  Optional,
  Text,
  Texts,
  TextMap,
  Timestamp,
} from '../../kernel/fields.js';
import { OwnerRef, TeamRef } from '../../platform/records/index.js';
import { CompanyRef } from '../companies/index.js';
import { ContactRef } from '../contacts/index.js';
import { STAGE_KINDS, type StageKind } from '../pipelines/index.js';
import { DEAL_PRIORITIES, DEAL_STATUSES, type DealPriority, type DealStatus } from './deal.entity.js';

/** What a deal is made from. */
export class DealCreate {
  /**
   * What is to be sold, in a few words.
   * @example "Calculating machine for the mint"
   */
  @Text(1, 255)
  title: string;

  /**
   * What there is to say about it.
   * @example "They want it by spring."
   */
  @Optional()
  @Text(0, 20000)
  description?: string;

  /**
   * What it is worth, as a decimal with at most two places.
   * @example "15000.00"
   */
  @Optional()
  @Nullable()
  @Money()
  value?: string | null;

  /**
   * Currency of `value`, ISO 4217; the setting `default_currency` when left out.
   * @example EUR
   */
  @Optional()
  @Currency()
  currency?: string;

  /**
   * The pipeline that it goes through; the one of `stageId`, or the default one, when left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Optional()
  @Id()
  pipelineId?: string;

  /**
   * The open stage in which it begins; the first one of the pipeline when left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional()
  @Id()
  stageId?: string;

  /**
   * How likely it is won, in per cent, in the place of the stage's probability until the next move; null for that of the stage.
   * @example 35
   */
  @Optional()
  @Nullable()
  @Integer(0, 100)
  probability?: number | null;

  /**
   * The company that buys.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f
   */
  @Optional()
  @Nullable()
  @Id()
  companyId?: string | null;

  /**
   * The person one speaks to, who may be with another company.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b70
   */
  @Optional()
  @Nullable()
  @Id()
  contactId?: string | null;

  /**
   * The lead that it came from.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  leadId?: string | null;

  /**
   * The user who works on the deal, who must be allowed to read deals. Callers who see only their own or their team's deals become owner when it and `teamId` are left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  ownerId?: string | null;

  /**
   * The team whose deal it is as long as nobody owns it. With an owner it is the owner's team, and need not be given.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  teamId?: string | null;

  /**
   * How much it matters; `medium` when left out.
   * @example high
   */
  @Optional()
  @Choice('DealPriority', DEAL_PRIORITIES)
  priority?: DealPriority;

  /**
   * Where the deal came from.
   * @example website
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  source?: string | null;

  /**
   * The day by which it may be decided.
   * @example 2027-03-31
   */
  @Optional()
  @Nullable()
  @Day()
  expectedCloseDate?: string | null;

  /**
   * Labels, at most 50.
   * @example ["vip", "spring"]
   */
  @Optional()
  @Texts(1, 50)
  tags?: string[];

  /**
   * The ids that other systems have for this deal, by system. Each is unique among living deals.
   * @example {"hubspot": "4711"}
   */
  @Optional()
  @TextMap()
  externalIds?: Record<string, string>;

  /**
   * Values of custom fields by key.
   * @example {"industry": "computing"}
   */
  @Optional()
  @FreeObject()
  customFields?: Record<string, unknown>;
}

/** Absent fields stay, null clears. Stage, decision, owner and team have routes of their own. */
export class DealUpdate extends PartialType(
  OmitType(DealCreate, ['ownerId', 'teamId', 'pipelineId', 'stageId'] as const),
  { skipNullProperties: false },
) {}

export class DealRef {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
  /**
   * What is to be sold.
   * @example "Calculating machine for the mint"
   */
  @Text(1, 255) title: string;
  /**
   * Whether it is decided, and how.
   * @example open
   */
  @Choice('DealStatus', DEAL_STATUSES) status: DealStatus;
}

/** The pipeline of a deal. */
export class DealPipelineRef {
  /**
   * The pipeline.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * What it is called.
   * @example Sales
   */
  @Text(1, 100) name: string;
}

/** The stage of a deal. */
export class DealStageRef {
  /**
   * The stage.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
  /**
   * What it is called.
   * @example Proposal
   */
  @Text(1, 100) name: string;
  /**
   * Whether deals there are open, won or lost.
   * @example open
   */
  @Choice('PipelineStageKind', STAGE_KINDS) kind: StageKind;
}

/** A deal as everybody sees it. */
export class DealView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
  /**
   * What is to be sold.
   * @example "Calculating machine for the mint"
   */
  @Text(1, 255) title: string;
  /**
   * What there is to say about it.
   * @example "They want it by spring."
   */
  @Text(0, 20000) description: string;
  /**
   * What it is worth.
   * @example "15000.00"
   */
  @Nullable() @Money() value: string | null;
  /**
   * Currency of `value`.
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * The pipeline that it goes through.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /** The pipeline, only with `include=pipeline`. */
  @Optional() @Nullable() @Nested(() => DealPipelineRef) pipeline?: DealPipelineRef | null;
  /**
   * The stage that it is in.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
  /** The stage, only with `include=stage`. */
  @Optional() @Nullable() @Nested(() => DealStageRef) stage?: DealStageRef | null;
  /**
   * Whether it is decided, and how; an abandoned one stays in the stage where it was left.
   * @example open
   */
  @Choice('DealStatus', DEAL_STATUSES) status: DealStatus;
  /**
   * How likely it is won, in per cent: 100 once won, 0 once lost or abandoned.
   * @example 40
   */
  @Integer(0, 100) probability: number;
  /**
   * Whether the probability is its own and not that of the stage.
   * @example false
   */
  @Flag() hasOwnProbability: boolean;
  /**
   * The value times the probability.
   * @example "6000.00"
   */
  @Nullable() @Money() weightedValue: string | null;
  /**
   * The company that buys.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f
   */
  @Nullable() @Id() companyId: string | null;
  /** The company, only with `include=company`; null where it is out of the caller's sight. */
  @Optional() @Nullable() @Nested(() => CompanyRef) company?: CompanyRef | null;
  /**
   * The person one speaks to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b70
   */
  @Nullable() @Id() contactId: string | null;
  /** The contact, only with `include=contact`; null where it is out of the caller's sight. */
  @Optional() @Nullable() @Nested(() => ContactRef) contact?: ContactRef | null;
  /**
   * The lead that it came from.
   * @example null
   */
  @Nullable() @Id() leadId: string | null;
  /**
   * The user who works on the deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** The owner, only with `include=owner`. */
  @Optional() @Nullable() @Nested(() => OwnerRef) owner?: OwnerRef | null;
  /**
   * The team that the deal belongs to: the owner's, or the one that it was given to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The team, only with `include=team`. */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
  /**
   * How much it matters.
   * @example high
   */
  @Choice('DealPriority', DEAL_PRIORITIES) priority: DealPriority;
  /**
   * Where the deal came from.
   * @example website
   */
  @Nullable() @Text(1, 100) source: string | null;
  /**
   * The day by which it may be decided.
   * @example 2027-03-31
   */
  @Nullable() @Day() expectedCloseDate: string | null;
  /**
   * When it was won, lost or abandoned; null while it is open.
   * @example null
   */
  @Nullable() @Timestamp() closedAt: string | null;
  /**
   * When it came to its stage.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() stageEnteredAt: string;
  /**
   * When it has been in its stage for longer than deals should, counted from `stageEnteredAt`; null for a decided one, or where the stage sets no limit.
   * @example 2026-12-05T09:30:00.000Z
   */
  @Nullable() @Timestamp() rotsAt: string | null;
  /**
   * Whether `rotsAt` has passed. It becomes true by time alone: neither version nor ETag tell of that.
   * @example false
   */
  @Flag() isRotting: boolean;
  /**
   * Why it was won.
   * @example null
   */
  @Nullable() @Text(1, 255) wonReason: string | null;
  /**
   * Why it was lost or abandoned.
   * @example null
   */
  @Nullable() @Text(1, 255) lostReason: string | null;
  /**
   * Labels.
   * @example ["vip"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * Ids in other systems.
   * @example {"hubspot": "4711"}
   */
  @TextMap() externalIds: Record<string, string>;
  /**
   * Custom fields.
   * @example {"industry": "computing"}
   */
  @FreeObject() customFields: Record<string, unknown>;
  /**
   * When the deal was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the deal.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
