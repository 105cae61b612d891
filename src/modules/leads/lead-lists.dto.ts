import { ApiProperty } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
  Day,
  Email,
  FlagParameter,
  Id,
  Integer,
  IntegerParameter,
  Nested,
  NestedList,
  Nullable,
  Optional,
  SortParameter,
  Text,
  TextsParameter,
} from '../../kernel/fields.js';
import { DayFilter, NumberFilter, TextFilter } from '../../platform/query/index.js';
import { RecordQuery } from '../../platform/records/index.js';
import { LEAD_STATUSES, type LeadStatus } from './lead.entity.js';
import { LeadView } from './leads.dto.js';

export const LEAD_SORTS = ['createdAt', 'updatedAt', 'name', 'score', 'expectedCloseDate', 'estimatedValue'] as const;
const SORTS = LEAD_SORTS.flatMap((field) => [field, `-${field}`]);
export const LEAD_INCLUDES = ['owner', 'team'] as const;

export class LeadQuery extends RecordQuery {
  /**
   * Text that the name, e-mail address, company or phone number holds; each word must be there.
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @SortParameter('LeadSort', SORTS, 3) sort?: string[];
  /** What to give along with each lead. */
  @Optional() @ChoicesParameter('LeadInclude', LEAD_INCLUDES, 2) include?: (typeof LEAD_INCLUDES)[number][];
  /** Any of these statuses. */
  @Optional() @ChoicesParameter('LeadStatus', LEAD_STATUSES) status?: LeadStatus[];
  /**
   * Any of these sources.
   * @example ["website"]
   */
  @Optional() @TextsParameter(100) source?: string[];
  /** By e-mail address. */
  @Optional() @Nested(() => TextFilter) email?: TextFilter;
  /** By company. */
  @Optional() @Nested(() => TextFilter) company?: TextFilter;
  /** By score. */
  @Optional() @Nested(() => NumberFilter) score?: NumberFilter;
  /** By the expected day of decision. */
  @Optional() @Nested(() => DayFilter) expectedCloseDate?: DayFilter;
  /**
   * Only those that were converted, or only those that were not.
   * @example false
   */
  @Optional() @FlagParameter() converted?: boolean;
}

/** What may be asked of a single lead. */
export class LeadGetQuery {
  /** What to give along with the lead. */
  @Optional() @ChoicesParameter('LeadInclude', LEAD_INCLUDES, 2) include?: (typeof LEAD_INCLUDES)[number][];
}

export class LeadStatusMove {
  /**
   * Where the lead goes.
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
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
   * @example "+44 20 7946 0958"
   */
  @Optional() @Text(3, 50) phone?: string;
  /**
   * A name like this.
   * @example "Ada Lovelace"
   */
  @Optional() @Text(1, 255) name?: string;
  /**
   * A lead that is not its own duplicate.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() excludeId?: string;
}

const DUPLICATE_REASONS = ['same-email', 'same-phone', 'similar-name'] as const;

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
