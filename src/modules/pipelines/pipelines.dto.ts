import {
  ChoicesParameter,
  Flag,
  FlagParameter,
  Id,
  Integer,
  NestedList,
  Nullable,
  Optional,
  Text,
  Timestamp,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { MOST_STAGES, PipelineStageCreate } from './stages/stages.dto.js';

const SORTS = ['position', 'name', 'createdAt'].flatMap((field) => [field, `-${field}`]);

export class PipelineView {
  /**
   * Id of the pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * Name, unique among pipelines
   * @example Sales
   */
  @Text(1, 100) name: string;
  /**
   * Description
   * @example "How a deal is won, step by step"
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * Whether this is the default pipeline for new deals; exactly one pipeline is the default
   * @example true
   */
  @Flag() isDefault: boolean;
  /**
   * Whether the pipeline accepts deals; a retired pipeline is kept for the history
   * @example true
   */
  @Flag() isActive: boolean;
  /**
   * Position among all pipelines, including retired pipelines. The position can change without a new version or ETag
   * when other pipelines move.
   * @example 1
   */
  @Integer(1, 2147483647) position: number;
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
   * Version number, also in the ETag
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class PipelineCreate {
  /**
   * Name, unique among pipelines
   * @example Partners
   */
  @Text(1, 100) name: string;
  /**
   * Description
   * @example "Deals that partners bring"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * Whether this is the default pipeline for new deals; replaces the current default pipeline
   * @example false
   */
  @Optional() @Flag() isDefault?: boolean;
  /**
   * Position among the pipelines, from 1; default: the last position
   * @example 2
   */
  @Optional() @Integer(1, 10000) position?: number;
  /** Stages in order, at least one of each kind; default: the stages of the default pipeline */
  @Optional() @NestedList(() => PipelineStageCreate, 3, MOST_STAGES) stages?: PipelineStageCreate[];
}

export class PipelineUpdate {
  /**
   * Name, unique among pipelines
   * @example Partners
   */
  @Optional() @Text(1, 100) name?: string;
  /**
   * Description
   * @example "Deals that partners bring"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * True makes this the default pipeline, instead of the current one. The default can only be changed by making another
   * pipeline the default.
   * @example true
   */
  @Optional() @Flag() isDefault?: boolean;
  /**
   * False retires the pipeline: existing deals stay, new deals are rejected. The default pipeline cannot be retired.
   * @example true
   */
  @Optional() @Flag() isActive?: boolean;
  /**
   * Position among the pipelines, from 1
   * @example 2
   */
  @Optional() @Integer(1, 10000) position?: number;
}

export class PositionChange {
  /**
   * New position, from 1; values above the last position mean the last position
   * @example 2
   */
  @Integer(1, 10000) position: number;
}

export class PipelineQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: by position. */
  @Optional() @ChoicesParameter('PipelineSort', SORTS, 2) sort?: string[];
  /**
   * True for active entries only, false for retired entries only
   * @example true
   */
  @Optional() @FlagParameter() isActive?: boolean;
}
