import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
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
   * The rule of the setting `lead_scoring_rules` that gave the points.
   * @example "Has a company"
   */
  @Text(1, 100)
  rule: string;

  /**
   * Points that the rule gave.
   * @example 15
   */
  @Integer(-100, 100)
  points: number;
}

/** What a lead is made from. A name and an e-mail address or a phone number are needed. */
export class LeadCreate {
  /**
   * The person's full name; made from `firstName` and `lastName` when left out.
   * @example "Ada Lovelace"
   */
  @Optional()
  @Text(1, 255)
  name?: string;

  /**
   * Given name; split from `name` when left out.
   * @example Ada
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  firstName?: string | null;

  /**
   * Family name; split from `name` when left out.
   * @example Lovelace
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  lastName?: string | null;

  /**
   * E-mail address, kept in lower case.
   * @example ada@example.com
   */
  @Optional()
  @Nullable()
  @Email()
  email?: string | null;

  /**
   * Phone number as people write it; E.164 is best.
   * @example "+44 20 7946 0958"
   */
  @Optional()
  @Nullable()
  @Text(3, 50)
  phone?: string | null;

  /**
   * The company the person speaks for.
   * @example "Analytical Engines Ltd"
   */
  @Optional()
  @Nullable()
  @Text(1, 255)
  company?: string | null;

  /**
   * What the person does there.
   * @example "Head of Research"
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  jobTitle?: string | null;

  /**
   * The company's or the person's website.
   * @example https://analytical-engines.example
   */
  @Optional()
  @Nullable()
  @WebAddress(255)
  website?: string | null;

  /**
   * The budget in the lead's own words.
   * @example "10-15k EUR"
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  budget?: string | null;

  /**
   * What is to be done.
   * @example website
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  projectType?: string | null;

  /**
   * What the lead wrote.
   * @example "We need a calculating machine by spring."
   */
  @Optional()
  @Text(0, 20000)
  message?: string;

  /**
   * Where the lead came from.
   * @example website
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  source?: string | null;

  /**
   * What the lead may be worth, as a decimal with at most two places.
   * @example "15000.00"
   */
  @Optional()
  @Nullable()
  @Money()
  estimatedValue?: string | null;

  /**
   * Currency of `estimatedValue`, ISO 4217; the setting `default_currency` when left out.
   * @example EUR
   */
  @Optional()
  @Nullable()
  @Currency()
  currency?: string | null;

  /**
   * The day by which it may be decided.
   * @example 2027-03-31
   */
  @Optional()
  @Nullable()
  @Day()
  expectedCloseDate?: string | null;

  /**
   * The user who works on the lead, who must be allowed to read leads. Callers who see only their own or their team's leads become owner when it and `teamId` are left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  ownerId?: string | null;

  /**
   * The team whose lead it is as long as nobody owns it. With an owner it is the owner's team, and need not be given.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  teamId?: string | null;

  /**
   * Internal notes.
   * @example "Met at the Royal Society."
   */
  @Optional()
  @Nullable()
  @Text(0, 20000)
  notes?: string | null;

  /**
   * Labels, at most 50.
   * @example ["vip", "spring"]
   */
  @Optional()
  @Texts(1, 50)
  tags?: string[];

  /**
   * What else is known of the origin: UTM parameters, referrer, form.
   * @example {"utm_source": "newsletter"}
   */
  @Optional()
  @FreeObject()
  metadata?: Record<string, unknown>;

  /**
   * The ids that other systems have for this lead, by system. Each is unique among living leads.
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

/** Absent fields stay, null clears. Status, owner and team have routes of their own. */
export class LeadUpdate extends PartialType(OmitType(LeadCreate, ['ownerId', 'teamId'] as const), {
  skipNullProperties: false,
}) {}

/** A lead as everybody sees it. */
export class LeadView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Full name.
   * @example "Ada Lovelace"
   */
  @Text(1, 255) name: string;
  /**
   * Given name.
   * @example Ada
   */
  @Nullable() @Text(1, 100) firstName: string | null;
  /**
   * Family name.
   * @example Lovelace
   */
  @Nullable() @Text(1, 100) lastName: string | null;
  /**
   * E-mail address in lower case.
   * @example ada@example.com
   */
  @Nullable() @Email() email: string | null;
  /**
   * Phone number.
   * @example "+44 20 7946 0958"
   */
  @Nullable() @Text(3, 50) phone: string | null;
  /**
   * Company.
   * @example "Analytical Engines Ltd"
   */
  @Nullable() @Text(1, 255) company: string | null;
  /**
   * Job title.
   * @example "Head of Research"
   */
  @Nullable() @Text(1, 100) jobTitle: string | null;
  /**
   * Website.
   * @example https://analytical-engines.example
   */
  @Nullable() @WebAddress(255) website: string | null;
  /**
   * Budget in the lead's own words.
   * @example "10-15k EUR"
   */
  @Nullable() @Text(1, 100) budget: string | null;
  /**
   * What is to be done.
   * @example website
   */
  @Nullable() @Text(1, 100) projectType: string | null;
  /**
   * What the lead wrote.
   * @example "We need a calculating machine by spring."
   */
  @Text(0, 20000) message: string;
  /**
   * Where the lead came from.
   * @example website
   */
  @Nullable() @Text(1, 100) source: string | null;
  /**
   * Place in the lifecycle.
   * @example new
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
  /**
   * Place in the sales process, derived from the status; of a converted lead, from its deal.
   * @example prospect
   */
  @Choice('LeadStage', LEAD_STAGES) stage: LeadStage;
  /**
   * How promising the lead is, 0 to 100.
   * @example 45
   */
  @Integer(0, 100) score: number;
  /** Why the score is what it is. */
  @NestedList(() => ScoreReasonView, 0, 50) scoreReasons: ScoreReasonView[];
  /**
   * What the lead may be worth.
   * @example "15000.00"
   */
  @Nullable() @Money() estimatedValue: string | null;
  /**
   * Currency of `estimatedValue`.
   * @example EUR
   */
  @Nullable() @Currency() currency: string | null;
  /**
   * The day by which it may be decided.
   * @example 2027-03-31
   */
  @Nullable() @Day() expectedCloseDate: string | null;
  /**
   * The user who works on the lead.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** The owner, only with `include=owner`. */
  @Optional() @Nullable() @Nested(() => OwnerRef) owner?: OwnerRef | null;
  /**
   * The team that the lead belongs to: the owner's, or the one that it was given to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The team, only with `include=team`. */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
  /**
   * Internal notes.
   * @example "Met at the Royal Society."
   */
  @Nullable() @Text(0, 20000) notes: string | null;
  /**
   * Labels.
   * @example ["vip"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * The text that the lead was read from, where it was.
   * @example null
   */
  @Nullable() @Text(0, 20000) rawInput: string | null;
  /**
   * Whether fields were filled from free text.
   * @example false
   */
  @Flag() aiParsed: boolean;
  /**
   * What else is known of the origin.
   * @example {"utm_source": "newsletter"}
   */
  @FreeObject() metadata: Record<string, unknown>;
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
   * When the lead first left `new`.
   * @example null
   */
  @Nullable() @Timestamp() contactedAt: string | null;
  /**
   * When the lead was converted; from then on it cannot be changed.
   * @example null
   */
  @Nullable() @Timestamp() convertedAt: string | null;
  /**
   * The company that it was converted into.
   * @example null
   */
  @Nullable() @Id() convertedCompanyId: string | null;
  /**
   * The contact that it was converted into.
   * @example null
   */
  @Nullable() @Id() convertedContactId: string | null;
  /**
   * The deal that it was converted into.
   * @example null
   */
  @Nullable() @Id() convertedDealId: string | null;
  /**
   * When the lead came in.
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
   * Counts the changes; the ETag of the lead.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
