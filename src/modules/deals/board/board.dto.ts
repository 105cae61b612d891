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

/** What a board shows only some deals by: each as it is now, also where the board is of an earlier day. */
export class BoardQuery {
  /**
   * How many cards a column shows, 1 to 100.
   * @example 10
   */
  @Optional() @IntegerParameter(1, 100, 10) limit?: number;
  /**
   * The board as it was at this moment: which deals stood where, and what they were worth then. Who sees a deal now sees it there.
   * @example 2026-11-01T00:00:00Z
   */
  @Optional() @Timestamp() asOf?: string;
  /**
   * Text that the title holds; each word must be there.
   * @example machine
   */
  @Optional() @Text(1, 100) q?: string;
  /**
   * A saved view of deals, whose filter holds besides.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /** Deals of any of these owners. */
  @Optional() @IdsParameter() ownerId?: string[];
  /** Deals of any of these teams. */
  @Optional() @IdsParameter() teamId?: string[];
  /** Of any of these companies. */
  @Optional() @IdsParameter() companyId?: string[];
  /** With any of these contacts. */
  @Optional() @IdsParameter() contactId?: string[];
  /** Any of these priorities. */
  @Optional() @ChoicesParameter('DealPriority', DEAL_PRIORITIES) priority?: DealPriority[];
  /**
   * Any of these sources.
   * @example ["website"]
   */
  @Optional() @TextsParameter(100) source?: string[];
  /**
   * Deals with any of these tags.
   * @example ["vip"]
   */
  @Optional() @TextsParameter(50) tags?: string[];
}

/** One column of a board, further down. */
export class BoardCardQuery extends BoardQuery {
  /**
   * The stage whose column it is.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
  /**
   * Where to go on: `nextCursor` of the column, or of another page of it, with the same filters.
   * @example eyJ2IjoxfQ.4mQ3vK8s
   */
  @Optional() @Text(1, 2000) cursor?: string;
}

export class BoardColumnView {
  /** The stage. */
  @Nested(() => PipelineStageView) stage: PipelineStageView;
  /** How many deals are in it; with a filter counted up to 10,000. */
  @Nested(() => PageTotal) count: PageTotal;
  /** What they come to, by currency. */
  @NestedList(() => DealTotal, 0, 200) totals: DealTotal[];
  /** The first of them: who came last stands first. */
  @NestedList(() => DealView, 0, 100) cards: DealView[];
  /**
   * Where `GET /pipelines/{id}/cards` goes on; null where these are all.
   * @example null
   */
  @Nullable() @Text(1, 2000) nextCursor: string | null;
}

export class BoardView {
  /**
   * The pipeline.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * The moment that was asked for; null for now.
   * @example null
   */
  @Nullable() @Timestamp() asOf: string | null;
  /** A column a stage, in order; of retired stages those in which there is something. */
  @NestedList(() => BoardColumnView, 0, 50) columns: BoardColumnView[];
}
