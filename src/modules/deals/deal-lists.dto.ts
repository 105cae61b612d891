import {
  ChoicesParameter,
  FlagParameter,
  IdsParameter,
  Nested,
  Optional,
  SortParameter,
  Text,
  TextsParameter,
} from '../../kernel/fields.js';
import { DayFilter, MoneyFilter, NumberFilter, TimestampFilter } from '../../platform/query/index.js';
import { RecordQuery } from '../../platform/records/index.js';
import { DEAL_PRIORITIES, DEAL_STATUSES, type DealPriority, type DealStatus } from './deal.entity.js';

export const DEAL_SORTS = ['createdAt', 'updatedAt', 'title', 'value', 'expectedCloseDate', 'stageEnteredAt'] as const;
const SORTS = DEAL_SORTS.flatMap((field) => [field, `-${field}`]);
export const DEAL_INCLUDES = ['owner', 'team', 'company', 'contact', 'stage', 'pipeline'] as const;
export type DealInclude = (typeof DEAL_INCLUDES)[number];

export class DealQuery extends RecordQuery {
  /**
   * Text that the title holds; each word must be there.
   * @example machine
   */
  @Optional() @Text(1, 100) q?: string;
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @SortParameter('DealSort', SORTS, 3) sort?: string[];
  /** What to give along with each deal. */
  @Optional() @ChoicesParameter('DealInclude', DEAL_INCLUDES, 6) include?: DealInclude[];
  /** Any of these statuses. */
  @Optional() @ChoicesParameter('DealStatus', DEAL_STATUSES) status?: DealStatus[];
  /** Any of these pipelines. */
  @Optional() @IdsParameter() pipelineId?: string[];
  /** Any of these stages. */
  @Optional() @IdsParameter() stageId?: string[];
  /** Of any of these companies. */
  @Optional() @IdsParameter() companyId?: string[];
  /** With any of these contacts. */
  @Optional() @IdsParameter() contactId?: string[];
  /** From any of these leads. */
  @Optional() @IdsParameter() leadId?: string[];
  /** Any of these priorities. */
  @Optional() @ChoicesParameter('DealPriority', DEAL_PRIORITIES) priority?: DealPriority[];
  /**
   * Any of these sources.
   * @example ["website"]
   */
  @Optional() @TextsParameter(100) source?: string[];
  /** By value. */
  @Optional() @Nested(() => MoneyFilter) value?: MoneyFilter;
  /** By probability. */
  @Optional() @Nested(() => NumberFilter) probability?: NumberFilter;
  /** By the expected day of decision. */
  @Optional() @Nested(() => DayFilter) expectedCloseDate?: DayFilter;
  /** By the time of the decision. */
  @Optional() @Nested(() => TimestampFilter) closedAt?: TimestampFilter;
  /** By the time at which it came to its stage. */
  @Optional() @Nested(() => TimestampFilter) stageEnteredAt?: TimestampFilter;
  /**
   * Only those that have been in their stage for too long, or only the others.
   * @example true
   */
  @Optional() @FlagParameter() isRotting?: boolean;
}

/** What may be asked of a single deal. */
export class DealGetQuery {
  /** What to give along with the deal. */
  @Optional() @ChoicesParameter('DealInclude', DEAL_INCLUDES, 6) include?: DealInclude[];
}
