import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  ClearableText,
  Currency,
  Day,
  Email,
  Flag,
  FreeObject,
  Id,
  Integer,
  Money,
  Nested,
  NestedList,
  OneRequired,
  Nullable,
  Optional,
  Text,
  Texts,
  TextMap,
  Timestamp,
  WebAddress,
} from '../../kernel/fields.js';
import { OwnerRef, TeamRef } from '../../platform/records/index.js';
import { LEAD_STAGES, LEAD_STATUSES, type LeadStage, type LeadStatus } from './lead.entity.js';

export class ScoreReasonView {
  /**
   * Name of the rule, from the setting `lead_scoring_rules`
   * @example "Has a company"
   */
  @Text(1, 100)
  rule: string;

  /**
   * Points added by the rule
   * @example 15
   */
  @Integer(-100, 100)
  points: number;
}

/** A name is required, and an e-mail address or a phone number. */
@OneRequired('name', 'firstName', 'lastName')
export class LeadCreate {
  /**
   * Full name; built from `firstName` and `lastName` if omitted
   * @example "Ada Lovelace"
   */
  @Optional()
  @Nullable()
  @Text(1, 255)
  name?: string | null;

  /**
   * First name; taken from `name` if omitted
   * @example Ada
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  firstName?: string | null;

  /**
   * Last name; taken from `name` if omitted
   * @example Lovelace
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  lastName?: string | null;

  /**
   * E-mail address, stored in lower case
   * @example ada@example.com
   */
  @Optional()
  @Nullable()
  @Email()
  email?: string | null;

  /**
   * Phone number in any common notation; E.164 is recommended
   * @example "+44 20 7946 0958"
   */
  @Optional()
  @Nullable()
  @Text(3, 50)
  phone?: string | null;

  /**
   * Name of the person's company
   * @example "Analytical Engines Ltd"
   */
  @Optional()
  @Nullable()
  @Text(1, 255)
  company?: string | null;

  /**
   * Job title
   * @example "Head of Research"
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  jobTitle?: string | null;

  /**
   * Website URL of the company or person
   * @example https://analytical-engines.example
   */
  @Optional()
  @Nullable()
  @WebAddress(255)
  website?: string | null;

  /**
   * Budget, as stated by the lead
   * @example "10-15k EUR"
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  budget?: string | null;

  /**
   * Project type
   * @example website
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  projectType?: string | null;

  /**
   * Message of the lead
   * @example "We need a calculating machine by spring."
   */
  @ClearableText(20000)
  message?: string;

  /**
   * Source of the lead
   * @example website
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  source?: string | null;

  /**
   * Estimated value, decimal with at most two decimal places
   * @example "15000.00"
   */
  @Optional()
  @Nullable()
  @Money()
  estimatedValue?: string | null;

  /**
   * Currency of `estimatedValue`, ISO 4217; default: the setting `default_currency`
   * @example EUR
   */
  @Optional()
  @Nullable()
  @Currency()
  currency?: string | null;

  /**
   * Expected close date
   * @example 2027-03-31
   */
  @Optional()
  @Nullable()
  @Day()
  expectedCloseDate?: string | null;

  /**
   * Id of the owner, who needs the permission to read leads. Callers with access scope `own` or `team` are the default
   * owner if `teamId` is omitted too.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  ownerId?: string | null;

  /**
   * Id of the team, for a lead without an owner. With an owner, the owner's team is used and this field can be omitted.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  teamId?: string | null;

  /**
   * Internal notes
   * @example "Met at the Royal Society."
   */
  @Optional()
  @Nullable()
  @Text(0, 20000)
  notes?: string | null;

  /**
   * Tags, at most 50
   * @example ["vip", "spring"]
   */
  @Optional()
  @Texts(1, 50)
  tags?: string[];

  /**
   * Additional data about the origin, such as UTM parameters, referrer or form
   * @example {"utm_source": "newsletter"}
   */
  @Optional()
  @FreeObject()
  metadata?: Record<string, unknown>;

  /**
   * Ids of the lead in other systems, by system name; each is unique among leads that are not deleted
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

/** The name is required only if the lead does not exist yet. */
export class LeadUpsert extends PartialType(LeadCreate, { skipNullProperties: false }) {}

/** Absent fields stay unchanged, null clears a field. */
export class LeadUpdate extends PartialType(OmitType(LeadCreate, ['ownerId', 'teamId'] as const), {
  skipNullProperties: false,
}) {}

export class LeadView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Full name
   * @example "Ada Lovelace"
   */
  @Text(1, 255) name: string;
  /**
   * First name
   * @example Ada
   */
  @Nullable() @Text(1, 100) firstName: string | null;
  /**
   * Last name
   * @example Lovelace
   */
  @Nullable() @Text(1, 100) lastName: string | null;
  /**
   * E-mail address in lower case
   * @example ada@example.com
   */
  @Nullable() @Email() email: string | null;
  /**
   * Phone number
   * @example "+44 20 7946 0958"
   */
  @Nullable() @Text(3, 50) phone: string | null;
  /**
   * Company name
   * @example "Analytical Engines Ltd"
   */
  @Nullable() @Text(1, 255) company: string | null;
  /**
   * Job title
   * @example "Head of Research"
   */
  @Nullable() @Text(1, 100) jobTitle: string | null;
  /**
   * Website URL
   * @example https://analytical-engines.example
   */
  @Nullable() @WebAddress(255) website: string | null;
  /**
   * Budget, as stated by the lead
   * @example "10-15k EUR"
   */
  @Nullable() @Text(1, 100) budget: string | null;
  /**
   * Project type
   * @example website
   */
  @Nullable() @Text(1, 100) projectType: string | null;
  /**
   * Message of the lead
   * @example "We need a calculating machine by spring."
   */
  @Text(0, 20000) message: string;
  /**
   * Source of the lead
   * @example website
   */
  @Nullable() @Text(1, 100) source: string | null;
  /**
   * Status in the lead lifecycle
   * @example new
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
  /**
   * Stage in the sales process, derived from the status, or from the deal of a converted lead
   * @example prospect
   */
  @Choice('LeadStage', LEAD_STAGES) stage: LeadStage;
  /**
   * Lead score, 0 to 100
   * @example 45
   */
  @Integer(0, 100) score: number;
  /** Rules that contributed to the score */
  @NestedList(() => ScoreReasonView, 0, 50) scoreReasons: ScoreReasonView[];
  /**
   * Estimated value
   * @example "15000.00"
   */
  @Nullable() @Money() estimatedValue: string | null;
  /**
   * Currency of `estimatedValue`
   * @example EUR
   */
  @Nullable() @Currency() currency: string | null;
  /**
   * Expected close date
   * @example 2027-03-31
   */
  @Nullable() @Day() expectedCloseDate: string | null;
  /**
   * Id of the owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** The owner, only with `include=owner` */
  @Optional() @Nullable() @Nested(() => OwnerRef) owner?: OwnerRef | null;
  /**
   * Id of the team: the owner's team, or the team that the lead was assigned to
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The team, only with `include=team` */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
  /**
   * Internal notes
   * @example "Met at the Royal Society."
   */
  @Nullable() @Text(0, 20000) notes: string | null;
  /**
   * Tags
   * @example ["vip"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * Original text, if the lead was created from text
   * @example null
   */
  @Nullable() @Text(0, 20000) rawInput: string | null;
  /**
   * Whether fields were filled from text
   * @example false
   */
  @Flag() aiParsed: boolean;
  /**
   * Additional data about the origin
   * @example {"utm_source": "newsletter"}
   */
  @FreeObject() metadata: Record<string, unknown>;
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
   * Time when the lead first left the status `new`
   * @example null
   */
  @Nullable() @Timestamp() contactedAt: string | null;
  /**
   * Conversion time; a converted lead cannot be changed
   * @example null
   */
  @Nullable() @Timestamp() convertedAt: string | null;
  /**
   * Id of the company that the lead was converted into
   * @example null
   */
  @Nullable() @Id() convertedCompanyId: string | null;
  /**
   * Id of the contact that the lead was converted into
   * @example null
   */
  @Nullable() @Id() convertedContactId: string | null;
  /**
   * Id of the deal that the lead was converted into
   * @example null
   */
  @Nullable() @Id() convertedDealId: string | null;
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
   * Version number, also in the ETag of the lead
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
