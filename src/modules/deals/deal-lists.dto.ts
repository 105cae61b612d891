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
   * Search text in the title; every word must occur
   * @example machine
   */
  @Optional() @Text(1, 100) q?: string;
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @SortParameter('DealSort', SORTS, 3) sort?: string[];
  /** Related records to include */
  @Optional() @ChoicesParameter('DealInclude', DEAL_INCLUDES, 6) include?: DealInclude[];
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('DealStatus', DEAL_STATUSES) status?: DealStatus[];
  /** Ids of pipelines; repeat to match any of several */
  @Optional() @IdsParameter() pipelineId?: string[];
  /** Ids of stages; repeat to match any of several */
  @Optional() @IdsParameter() stageId?: string[];
  /** Ids of companies; repeat to match any of several */
  @Optional() @IdsParameter() companyId?: string[];
  /** Ids of contacts; repeat to match any of several */
  @Optional() @IdsParameter() contactId?: string[];
  /** Ids of leads; repeat to match any of several */
  @Optional() @IdsParameter() leadId?: string[];
  /** Priorities; repeat to match any of several */
  @Optional() @ChoicesParameter('DealPriority', DEAL_PRIORITIES) priority?: DealPriority[];
  /**
   * Sources; repeat to match any of several
   * @example ["website"]
   */
  @Optional() @TextsParameter(100) source?: string[];
  /** Value */
  @Optional() @Nested(() => MoneyFilter) value?: MoneyFilter;
  /** Probability in percent */
  @Optional() @Nested(() => NumberFilter) probability?: NumberFilter;
  /** Expected close date */
  @Optional() @Nested(() => DayFilter) expectedCloseDate?: DayFilter;
  /** Closing time */
  @Optional() @Nested(() => TimestampFilter) closedAt?: TimestampFilter;
  /** Time when the deal entered its stage */
  @Optional() @Nested(() => TimestampFilter) stageEnteredAt?: TimestampFilter;
  /**
   * True for rotting deals only, false for all others
   * @example true
   */
  @Optional() @FlagParameter() isRotting?: boolean;
}

export class DealGetQuery {
  /** Related records to include */
  @Optional() @ChoicesParameter('DealInclude', DEAL_INCLUDES, 6) include?: DealInclude[];
}
