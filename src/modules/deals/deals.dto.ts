import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  ClearableText,
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

export class DealCreate {
  /**
   * Title of the deal
   * @example "Calculating machine for the mint"
   */
  @Text(1, 255)
  title: string;

  /**
   * Description
   * @example "They want it by spring."
   */
  @ClearableText(20000)
  description?: string;

  /**
   * Value, decimal with at most two decimal places
   * @example "15000.00"
   */
  @Optional()
  @Nullable()
  @Money()
  value?: string | null;

  /**
   * Currency of `value`, ISO 4217; default: the setting `default_currency`
   * @example EUR
   */
  @Optional()
  @Currency()
  currency?: string;

  /**
   * Id of the pipeline; default: the pipeline of `stageId`, or the default pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Optional()
  @Id()
  pipelineId?: string;

  /**
   * Id of the first stage, which must be open; default: the first open stage of the pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional()
  @Id()
  stageId?: string;

  /**
   * Probability of winning in percent, instead of the stage's probability, until the next move; null for the stage's
   * probability
   * @example 35
   */
  @Optional()
  @Nullable()
  @Integer(0, 100)
  probability?: number | null;

  /**
   * Id of the company that buys
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f
   */
  @Optional()
  @Nullable()
  @Id()
  companyId?: string | null;

  /**
   * Id of the main contact, who may work for another company
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b70
   */
  @Optional()
  @Nullable()
  @Id()
  contactId?: string | null;

  /**
   * Id of the lead that the deal came from
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  leadId?: string | null;

  /**
   * Id of the owner, who needs the permission to read deals. Callers with access scope `own` or `team` are the default
   * owner if `teamId` is omitted too.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  ownerId?: string | null;

  /**
   * Id of the team, for a deal without an owner. With an owner, the owner's team is used and this field can be omitted.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  teamId?: string | null;

  /**
   * Priority; default `medium`
   * @example high
   */
  @Optional()
  @Choice('DealPriority', DEAL_PRIORITIES)
  priority?: DealPriority;

  /**
   * Source of the deal
   * @example website
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  source?: string | null;

  /**
   * Expected close date
   * @example 2027-03-31
   */
  @Optional()
  @Nullable()
  @Day()
  expectedCloseDate?: string | null;

  /**
   * Tags, at most 50
   * @example ["vip", "spring"]
   */
  @Optional()
  @Texts(1, 50)
  tags?: string[];

  /**
   * Ids of the deal in other systems, by system name; each is unique among deals that are not deleted
   * @example {"hubspot": "4711"}
   */
  @Optional()
  @TextMap()
  externalIds?: Record<string, string>;

  /**
   * Custom field values, by field key
   * @example {"industry": "computing"}
   */
  @Optional()
  @FreeObject()
  customFields?: Record<string, unknown>;
}

/** Absent fields stay unchanged, null clears a field. */
export class DealUpdate extends PartialType(
  OmitType(DealCreate, ['ownerId', 'teamId', 'pipelineId', 'stageId'] as const),
  { skipNullProperties: false },
) {}

export class DealRef {
  /**
   * Id of the deal
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
  /**
   * Title of the deal
   * @example "Calculating machine for the mint"
   */
  @Text(1, 255) title: string;
  /**
   * Status of the deal
   * @example open
   */
  @Choice('DealStatus', DEAL_STATUSES) status: DealStatus;
}

export class DealPipelineRef {
  /**
   * Id of the pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * Name
   * @example Sales
   */
  @Text(1, 100) name: string;
}

export class DealStageRef {
  /**
   * Id of the stage
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
  /**
   * Name
   * @example Proposal
   */
  @Text(1, 100) name: string;
  /**
   * Kind of stage: open, won or lost
   * @example open
   */
  @Choice('PipelineStageKind', STAGE_KINDS) kind: StageKind;
}

export class DealView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
  /**
   * Title of the deal
   * @example "Calculating machine for the mint"
   */
  @Text(1, 255) title: string;
  /**
   * Description
   * @example "They want it by spring."
   */
  @Text(0, 20000) description: string;
  /**
   * Value
   * @example "15000.00"
   */
  @Nullable() @Money() value: string | null;
  /**
   * Currency of `value`
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * Id of the pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /** The pipeline, only with `include=pipeline` */
  @Optional() @Nullable() @Nested(() => DealPipelineRef) pipeline?: DealPipelineRef | null;
  /**
   * Id of the stage
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
  /** The stage, only with `include=stage` */
  @Optional() @Nullable() @Nested(() => DealStageRef) stage?: DealStageRef | null;
  /**
   * Status of the deal; an abandoned deal stays in its last stage
   * @example open
   */
  @Choice('DealStatus', DEAL_STATUSES) status: DealStatus;
  /**
   * Probability of winning in percent: 100 if won, 0 if lost or abandoned
   * @example 40
   */
  @Integer(0, 100) probability: number;
  /**
   * Whether the deal has its own probability instead of the stage's probability
   * @example false
   */
  @Flag() hasOwnProbability: boolean;
  /**
   * Value multiplied by the probability
   * @example "6000.00"
   */
  @Nullable() @Money() weightedValue: string | null;
  /**
   * Id of the company that buys
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7f
   */
  @Nullable() @Id() companyId: string | null;
  /** The company, only with `include=company`; null if the caller cannot see it */
  @Optional() @Nullable() @Nested(() => CompanyRef) company?: CompanyRef | null;
  /**
   * Id of the main contact
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b70
   */
  @Nullable() @Id() contactId: string | null;
  /** The contact, only with `include=contact`; null if the caller cannot see it */
  @Optional() @Nullable() @Nested(() => ContactRef) contact?: ContactRef | null;
  /**
   * Id of the lead that the deal came from
   * @example null
   */
  @Nullable() @Id() leadId: string | null;
  /**
   * Id of the owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** The owner, only with `include=owner` */
  @Optional() @Nullable() @Nested(() => OwnerRef) owner?: OwnerRef | null;
  /**
   * Id of the team: the owner's team, or the team that the deal was assigned to
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The team, only with `include=team` */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
  /**
   * Priority
   * @example high
   */
  @Choice('DealPriority', DEAL_PRIORITIES) priority: DealPriority;
  /**
   * Source of the deal
   * @example website
   */
  @Nullable() @Text(1, 100) source: string | null;
  /**
   * Expected close date
   * @example 2027-03-31
   */
  @Nullable() @Day() expectedCloseDate: string | null;
  /**
   * Time when the deal was won, lost or abandoned; null while it is open
   * @example null
   */
  @Nullable() @Timestamp() closedAt: string | null;
  /**
   * Time when the deal entered its stage
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() stageEnteredAt: string;
  /**
   * Time when the deal exceeds the `rotDays` of its stage, counted from `stageEnteredAt`. Null for a closed deal, or if
   * the stage has no limit.
   * @example 2026-12-05T09:30:00.000Z
   */
  @Nullable() @Timestamp() rotsAt: string | null;
  /**
   * Whether `rotsAt` has passed. This changes with time, without a new version or ETag.
   * @example false
   */
  @Flag() isRotting: boolean;
  /**
   * Reason for winning the deal
   * @example null
   */
  @Nullable() @Text(1, 255) wonReason: string | null;
  /**
   * Reason for losing or abandoning the deal
   * @example null
   */
  @Nullable() @Text(1, 255) lostReason: string | null;
  /**
   * Tags
   * @example ["vip"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * Ids in other systems, by system name
   * @example {"hubspot": "4711"}
   */
  @TextMap() externalIds: Record<string, string>;
  /**
   * Custom field values, by field key
   * @example {"industry": "computing"}
   */
  @FreeObject() customFields: Record<string, unknown>;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Version number, also in the ETag of the deal
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
