import {
  ChoicesParameter,
  Id,
  IdsParameter,
  IntegerParameter,
  NestedList,
  Nested,
  Nullable,
  Optional,
  Text,
  TextsParameter,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageTotal } from '../../../kernel/page.js';
import { PipelineStageView } from '../../pipelines/index.js';
import { DEAL_PRIORITIES, type DealPriority } from '../deal.entity.js';
import { DealView } from '../deals.dto.js';
import { DealTotal } from './sums.dto.js';

/** Related records of a card. Stage and pipeline are those of the board. */
export const CARD_INCLUDES = ['owner', 'team', 'company', 'contact'] as const;
export type CardInclude = (typeof CARD_INCLUDES)[number];

/** The filters apply to the current deals, also if the board is of an earlier day. */
export class BoardQuery {
  /**
   * Maximum number of cards per column, 1 to 100
   * @example 10
   */
  @Optional() @IntegerParameter(1, 100, 10) limit?: number;
  /**
   * Time for which the board is shown, with the stages and values of that time. The caller sees the deals that are
   * visible to them now.
   * @example 2026-11-01T00:00:00Z
   */
  @Optional() @Timestamp() asOf?: string;
  /** Related records of each card to include */
  @Optional() @ChoicesParameter('DealCardInclude', CARD_INCLUDES, 4) include?: CardInclude[];
  /**
   * Search text in the title; every word must occur
   * @example machine
   */
  @Optional() @Text(1, 100) q?: string;
  /**
   * Id of a saved view of deals; its filter applies in addition
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /** Ids of owners; repeat to match any of several */
  @Optional() @IdsParameter() ownerId?: string[];
  /** Ids of teams; repeat to match any of several */
  @Optional() @IdsParameter() teamId?: string[];
  /** Ids of companies; repeat to match any of several */
  @Optional() @IdsParameter() companyId?: string[];
  /** Ids of contacts; repeat to match any of several */
  @Optional() @IdsParameter() contactId?: string[];
  /** Priorities; repeat to match any of several */
  @Optional() @ChoicesParameter('DealPriority', DEAL_PRIORITIES) priority?: DealPriority[];
  /**
   * Sources; repeat to match any of several
   * @example ["website"]
   */
  @Optional() @TextsParameter(100) source?: string[];
  /**
   * Tags; repeat to match any of several
   * @example ["vip"]
   */
  @Optional() @TextsParameter(50) tags?: string[];
}

export class BoardCardQuery extends BoardQuery {
  /**
   * Id of the stage
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
  /**
   * `nextCursor` of the column, or of another page of it, with the same filters
   * @example eyJ2IjoxfQ.4mQ3vK8s
   */
  @Optional() @Text(1, 2000) cursor?: string;
}

export class BoardColumnView {
  /** The stage */
  @Nested(() => PipelineStageView) stage: PipelineStageView;
  /** Number of deals in the stage; with a filter, counted up to 10,000 */
  @Nested(() => PageTotal) count: PageTotal;
  /** Totals of the deals, by currency */
  @NestedList(() => DealTotal, 0, 200) totals: DealTotal[];
  /** First deals of the stage; the latest arrivals come first */
  @NestedList(() => DealView, 0, 100) cards: DealView[];
  /**
   * Cursor for `GET /pipelines/{id}/cards`; null if all deals are listed here
   * @example null
   */
  @Nullable() @Text(1, 2000) nextCursor: string | null;
}

export class BoardView {
  /**
   * Id of the pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * The requested time; null for now
   * @example null
   */
  @Nullable() @Timestamp() asOf: string | null;
  /** Columns in stage order; retired stages are listed only if they hold deals */
  @NestedList(() => BoardColumnView, 0, 50) columns: BoardColumnView[];
}
