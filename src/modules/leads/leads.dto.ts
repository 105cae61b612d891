import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice, ChoicesParameter, Currency, Day, Email, Flag, FlagParameter, FreeObject, Id, IdsParameter, Integer, IntegerParameter, Matching, Money, Nested, NestedList, Nullable, Optional, Text, Texts,
  TextMap, TextsParameter, Timestamp, WebAddress,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { DayFilter, NumberFilter, TextFilter, TimestampFilter } from '../../platform/query/index.js';
import { LEAD_STAGES, LEAD_STATUSES, type LeadStage, type LeadStatus } from './lead.entity.js';

export class ScoreReasonView {
  /**
   * The rule of the setting `lead_scoring_rules` that gave the points.
   * @example Has a company
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

export class OwnerRef {
  /**
   * The user's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id()
  id: string;

  /**
   * The user's name.
   * @example Grace Hopper
   */
  @Text(0, 201)
  name: string;

  /**
   * The user's e-mail address.
   * @example grace@example.com
   */
  @Email()
  email: string;
}

/** What a lead is made from. A name and an e-mail address or a phone number are needed. */
export class LeadCreate {
  /**
   * The person's full name; made from `firstName` and `lastName` when left out.
   * @example Ada Lovelace
   */
  @Optional() @Text(1, 255)
  name?: string;

  /**
   * Given name; split from `name` when left out.
   * @example Ada
   */
  @Optional() @Nullable() @Text(1, 100)
  firstName?: string | null;

  /**
   * Family name; split from `name` when left out.
   * @example Lovelace
   */
  @Optional() @Nullable() @Text(1, 100)
  lastName?: string | null;

  /**
   * E-mail address, kept in lower case.
   * @example ada@example.com
   */
  @Optional() @Nullable() @Email()
  email?: string | null;

  /**
   * Phone number as people write it; E.164 is best.
   * @example +44 20 7946 0958
   */
  @Optional() @Nullable() @Text(3, 50)
  phone?: string | null;

  /**
   * The company the person speaks for.
   * @example Analytical Engines Ltd
   */
  @Optional() @Nullable() @Text(1, 255)
  company?: string | null;

  /**
   * What the person does there.
   * @example Head of Research
   */
  @Optional() @Nullable() @Text(1, 100)
  jobTitle?: string | null;

  /**
   * The company's or the person's website.
   * @example https://analytical-engines.example
   */
  @Optional() @Nullable() @WebAddress(255)
  website?: string | null;

  /**
   * The budget in the lead's own words.
   * @example 10-15k EUR
   */
  @Optional() @Nullable() @Text(1, 100)
  budget?: string | null;

  /**
   * What is to be done.
   * @example website
   */
  @Optional() @Nullable() @Text(1, 100)
  projectType?: string | null;

  /**
   * What the lead wrote.
   * @example We need a calculating machine by spring.
   */
  @Optional() @Text(0, 20000)
  message?: string;

  /**
   * Where the lead came from.
   * @example website
   */
  @Optional() @Nullable() @Text(1, 100)
  source?: string | null;

  /**
   * What the lead may be worth, as a decimal with at most two places.
   * @example 15000.00
   */
  @Optional() @Nullable() @Money()
  estimatedValue?: string | null;

  /**
   * Currency of `estimatedValue`, ISO 4217; the setting `default_currency` when left out.
   * @example EUR
   */
  @Optional() @Nullable() @Currency()
  currency?: string | null;

  /**
   * The day by which it may be decided.
   * @example 2027-03-31
   */
  @Optional() @Nullable() @Day()
  expectedCloseDate?: string | null;

  /**
   * The user who works on the lead. Callers who see only their own or their team's leads become owner when it is left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id()
  ownerId?: string | null;

  /**
   * Internal notes.
   * @example Met at the Royal Society.
   */
  @Optional() @Nullable() @Text(0, 20000)
  notes?: string | null;

  /**
   * Labels, at most 50.
   * @example ["vip", "spring"]
   */
  @Optional() @Texts(1, 50)
  tags?: string[];

  /**
   * What else is known of the origin: UTM parameters, referrer, form.
   * @example {"utm_source": "newsletter"}
   */
  @Optional() @FreeObject()
  metadata?: Record<string, unknown>;

  /**
   * The ids that other systems have for this lead, by system. Each is unique among living leads.
   * @example {"hubspot": "4711"}
   */
  @Optional() @TextMap()
  externalIds?: Record<string, string>;

  /**
   * Values of custom fields by key.
   * @example {"industry": "computing"}
   */
  @Optional() @FreeObject()
  customFields?: Record<string, unknown>;
}

/** Absent fields stay, null clears. Status and owner have routes of their own. */
export class LeadUpdate extends PartialType(OmitType(LeadCreate, ['ownerId'] as const), { skipNullProperties: false }) {}

/** A lead as everybody sees it. */
export class LeadView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Full name.
   * @example Ada Lovelace
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
   * @example +44 20 7946 0958
   */
  @Nullable() @Text(3, 50) phone: string | null;
  /**
   * Company.
   * @example Analytical Engines Ltd
   */
  @Nullable() @Text(1, 255) company: string | null;
  /**
   * Job title.
   * @example Head of Research
   */
  @Nullable() @Text(1, 100) jobTitle: string | null;
  /**
   * Website.
   * @example https://analytical-engines.example
   */
  @Nullable() @WebAddress(255) website: string | null;
  /**
   * Budget in the lead's own words.
   * @example 10-15k EUR
   */
  @Nullable() @Text(1, 100) budget: string | null;
  /**
   * What is to be done.
   * @example website
   */
  @Nullable() @Text(1, 100) projectType: string | null;
  /**
   * What the lead wrote.
   * @example We need a calculating machine by spring.
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
   * Place in the sales process, derived from the status.
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
   * @example 15000.00
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
   * Internal notes.
   * @example Met at the Royal Society.
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
   * When the lead became a contact.
   * @example null
   */
  @Nullable() @Timestamp() convertedAt: string | null;
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

export const LEAD_SORTS = ['createdAt', 'updatedAt', 'name', 'score', 'expectedCloseDate', 'estimatedValue'] as const;
const SORTS = LEAD_SORTS.flatMap((field) => [field, `-${field}`]);
export const LEAD_INCLUDES = ['owner'] as const;

export class LeadQuery extends PageQuery {
  /** Text that the name, e-mail address, company or phone number holds; each word must be there. */
  @Optional() @Text(1, 100) q?: string;
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('LeadSort', SORTS, 3) sort?: string[];
  /** What to give along with each lead. */
  @Optional() @ChoicesParameter('LeadInclude', LEAD_INCLUDES, 1) include?: (typeof LEAD_INCLUDES)[number][];
  /** Any of these statuses. */
  @Optional() @ChoicesParameter('LeadStatus', LEAD_STATUSES) status?: LeadStatus[];
  /** Any of these sources. */
  @Optional() @TextsParameter(100) source?: string[];
  /** Leads of any of these owners. */
  @Optional() @IdsParameter() ownerId?: string[];
  /** Leads with any of these tags. */
  @Optional() @TextsParameter(50) tags?: string[];
  /** By e-mail address. */
  @Optional() @Nested(() => TextFilter) email?: TextFilter;
  /** By company. */
  @Optional() @Nested(() => TextFilter) company?: TextFilter;
  /** By score. */
  @Optional() @Nested(() => NumberFilter) score?: NumberFilter;
  /** By the time of coming in. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /** By the time of the last change. */
  @Optional() @Nested(() => TimestampFilter) updatedAt?: TimestampFilter;
  /** By the expected day of decision. */
  @Optional() @Nested(() => DayFilter) expectedCloseDate?: DayFilter;
  /**
   * Deleted leads instead of living ones.
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

/** What may be asked of a single lead. */
export class LeadGetQuery {
  /** What to give along with the lead. */
  @Optional() @ChoicesParameter('LeadInclude', LEAD_INCLUDES, 1) include?: (typeof LEAD_INCLUDES)[number][];
}

/** A lead by the id that another system has for it. */
export class ExternalId {
  /**
   * The other system.
   * @example hubspot
   */
  @Matching(/^[a-zA-Z0-9_.-]{1,100}$/) source: string;
  /**
   * The id that it has there.
   * @example 4711
   */
  @Text(1, 255) externalId: string;
}

export class LeadStatusMove {
  /**
   * Where the lead goes.
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
}

export class LeadAssignment {
  /**
   * The new owner; null takes the owner away.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
}

export class LeadStatsQuery {
  /**
   * How many days back `perDay` reaches, 1 to 366.
   * @example 30
   */
  @Optional() @IntegerParameter(1, 366, 30) days?: number;
}

export class StatusCount {
  /**
   * The status.
   * @example new
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
  /**
   * How many living leads have it.
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

export class SourceCount {
  /**
   * The source; null for leads without one.
   * @example website
   */
  @Nullable() @Text(1, 100) source: string | null;
  /**
   * How many living leads came from it.
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

export class DayCount {
  /**
   * The day, in UTC.
   * @example 2026-11-21
   */
  @Day() day: string;
  /**
   * How many living leads came in on it.
   * @example 3
   */
  @Integer(0, 2147483647) count: number;
}

/** The desk at a glance, over the leads that the caller may see. */
export class LeadStatsView {
  /**
   * How many living leads there are.
   * @example 42
   */
  @Integer(0, 2147483647) total: number;
  /** By status, in the order of the lifecycle; every status is listed. */
  @NestedList(() => StatusCount, 0, 10) byStatus: StatusCount[];
  /** By source, most first, at most 50. */
  @NestedList(() => SourceCount, 0, 50) bySource: SourceCount[];
  /** New leads per day, oldest first; every day is listed. */
  @NestedList(() => DayCount, 0, 366) perDay: DayCount[];
  /** The ten newest. */
  @ApiProperty({ type: () => LeadView, isArray: true }) recent: LeadView[];
}

/** What is looked for among the living leads; at least one of the fields. */
export class LeadDuplicatesQuery {
  /**
   * The same e-mail address.
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
  /**
   * The same phone number, however it is written.
   * @example +44 20 7946 0958
   */
  @Optional() @Text(3, 50) phone?: string;
  /**
   * A name like this.
   * @example Ada Lovelace
   */
  @Optional() @Text(1, 255) name?: string;
  /**
   * A lead that is not its own duplicate.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() excludeId?: string;
}

export const DUPLICATE_REASONS = ['same-email', 'same-phone', 'similar-name'] as const;

export class LeadDuplicateView {
  /** The lead that may be the same person. */
  @Nested(() => LeadView) lead: LeadView;
  /**
   * How likely it is the same, 0 to 100.
   * @example 95
   */
  @Integer(0, 100) likelihood: number;
  /**
   * Why it is listed.
   * @example ["same-email"]
   */
  @ChoicesParameter('LeadDuplicateReason', DUPLICATE_REASONS) reasons: (typeof DUPLICATE_REASONS)[number][];
}

export class LeadDuplicatesView {
  /** Most likely first, at most 20. */
  @NestedList(() => LeadDuplicateView, 0, 20) data: LeadDuplicateView[];
}

export class LeadBulkUpdate {
  /**
   * The lead.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The version that was last seen; a newer one refuses the operation.
   * @example 1
   */
  @Optional() @Integer(1, 2147483647) version?: number;
  /** What changes. */
  @Nested(() => LeadUpdate) changes: LeadUpdate;
}

export class LeadBulkRef {
  /**
   * The lead.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
}

export class LeadBulkMove extends LeadBulkRef {
  /**
   * Where the lead goes.
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
}

export class LeadBulkAssignment extends LeadBulkRef {
  /**
   * The new owner; null takes the owner away.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
}

/** One thing to do; exactly one of the fields. */
export class LeadOperation {
  /** Makes a lead. */
  @Optional() @Nested(() => LeadCreate) create?: LeadCreate;
  /** Changes fields of a lead. */
  @Optional() @Nested(() => LeadBulkUpdate) update?: LeadBulkUpdate;
  /** Moves a lead through its lifecycle. */
  @Optional() @Nested(() => LeadBulkMove) changeStatus?: LeadBulkMove;
  /** Gives a lead an owner. */
  @Optional() @Nested(() => LeadBulkAssignment) assign?: LeadBulkAssignment;
  /** Deletes a lead. */
  @Optional() @Nested(() => LeadBulkRef) remove?: LeadBulkRef;
  /** Restores a deleted lead. */
  @Optional() @Nested(() => LeadBulkRef) restore?: LeadBulkRef;
}

export class LeadBulk {
  /** What to do, in this order; 1 to 100. */
  @NestedList(() => LeadOperation, 1, 100) operations: LeadOperation[];
  /**
   * All or nothing (the default); false does what can be done and reports the rest.
   * @example true
   */
  @Optional() @Flag() atomic?: boolean;
}

export class LeadBulkResult {
  /**
   * What the operation alone would have answered: 200, 201, 204 or an error's status.
   * @example 200
   */
  @Integer(200, 599) status: number;
  /** The lead after it; null after a deletion or a refusal. */
  @Nullable() @Nested(() => LeadView) lead: LeadView | null;
  /** Why it was refused (RFC 9457); null where it was done. */
  @Nullable() @FreeObject() problem: Record<string, unknown> | null;
}

export class LeadBulkView {
  /** One result an operation, in the same order. */
  @NestedList(() => LeadBulkResult, 1, 100) results: LeadBulkResult[];
}
