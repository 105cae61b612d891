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
   * Search text in name, e-mail address, company and phone number; every word must occur
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @SortParameter('LeadSort', SORTS, 3) sort?: string[];
  /** Related records to include */
  @Optional() @ChoicesParameter('LeadInclude', LEAD_INCLUDES, 2) include?: (typeof LEAD_INCLUDES)[number][];
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('LeadStatus', LEAD_STATUSES) status?: LeadStatus[];
  /**
   * Sources; repeat to match any of several
   * @example ["website"]
   */
  @Optional() @TextsParameter(100) source?: string[];
  /** E-mail address */
  @Optional() @Nested(() => TextFilter) email?: TextFilter;
  /** Company name */
  @Optional() @Nested(() => TextFilter) company?: TextFilter;
  /** Lead score */
  @Optional() @Nested(() => NumberFilter) score?: NumberFilter;
  /** Expected close date */
  @Optional() @Nested(() => DayFilter) expectedCloseDate?: DayFilter;
  /**
   * True for converted leads only, false for all others
   * @example false
   */
  @Optional() @FlagParameter() converted?: boolean;
}

export class LeadGetQuery {
  /** Related records to include */
  @Optional() @ChoicesParameter('LeadInclude', LEAD_INCLUDES, 2) include?: (typeof LEAD_INCLUDES)[number][];
}

export class LeadStatsQuery {
  /**
   * Number of days that `perDay` covers, 1 to 366
   * @example 30
   */
  @Optional() @IntegerParameter(1, 366, 30) days?: number;
}

export class StatusCount {
  /**
   * Status
   * @example new
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
  /**
   * Number of leads with this status, without deleted leads
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

export class SourceCount {
  /**
   * Source; null for leads without a source
   * @example website
   */
  @Nullable() @Text(1, 100) source: string | null;
  /**
   * Number of leads with this source, without deleted leads
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

export class DayCount {
  /**
   * Day in UTC
   * @example 2026-11-21
   */
  @Day() day: string;
  /**
   * Number of leads created on that day, without deleted leads
   * @example 3
   */
  @Integer(0, 2147483647) count: number;
}

/** Counts of the leads that the caller can see. */
export class LeadStatsView {
  /**
   * Number of leads, without deleted leads
   * @example 42
   */
  @Integer(0, 2147483647) total: number;
  /** Number of leads by status; all statuses, in lifecycle order */
  @NestedList(() => StatusCount, 0, 10) byStatus: StatusCount[];
  /** Number of leads by source, at most 50, the most frequent first */
  @NestedList(() => SourceCount, 0, 50) bySource: SourceCount[];
  /** Number of new leads per day, oldest first; days without leads are included */
  @NestedList(() => DayCount, 0, 366) perDay: DayCount[];
  /** The ten newest leads */
  @ApiProperty({ type: () => LeadView, isArray: true }) recent: LeadView[];
}

/** At least one of the fields must be set. */
export class LeadDuplicatesQuery {
  /**
   * E-mail address to compare
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
  /**
   * Phone number to compare, in any notation
   * @example "+44 20 7946 0958"
   */
  @Optional() @Text(3, 50) phone?: string;
  /**
   * Name to compare by similarity
   * @example "Ada Lovelace"
   */
  @Optional() @Text(1, 255) name?: string;
  /**
   * Id of a lead to exclude from the results
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() excludeId?: string;
}

const DUPLICATE_REASONS = ['same-email', 'same-phone', 'similar-name'] as const;

export class LeadDuplicateView {
  /** The possible duplicate */
  @Nested(() => LeadView) lead: LeadView;
  /**
   * Likelihood of a duplicate, 0 to 100
   * @example 95
   */
  @Integer(0, 100) likelihood: number;
  /**
   * Reasons for the match
   * @example ["same-email"]
   */
  @ChoicesParameter('LeadDuplicateReason', DUPLICATE_REASONS) reasons: (typeof DUPLICATE_REASONS)[number][];
}

export class LeadDuplicatesView {
  /** Possible duplicates, at most 20, the most likely first */
  @NestedList(() => LeadDuplicateView, 0, 20) data: LeadDuplicateView[];
}
