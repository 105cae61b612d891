import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
  Flag,
  FlagParameter,
  Id,
  Integer,
  Matching,
  Nullable,
  Optional,
  Text,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { STAGE_KINDS, type StageKind } from './pipeline-stage.entity.js';

const SORTS = ['position', 'name', 'createdAt'].flatMap((field) => [field, `-${field}`]);
export const MOST_STAGES = 50;

export class PipelineStageCreate {
  /**
   * Name, unique in the pipeline
   * @example "Legal review"
   */
  @Text(1, 100) name: string;
  /**
   * Description: the condition that a deal in this stage meets
   * @example "An offer was made"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * Kind of stage: open, won or lost; default `open`
   * @example open
   */
  @Optional() @Choice('PipelineStageKind', STAGE_KINDS) kind?: StageKind;
  /**
   * Probability of winning in percent; must be 100 for a won stage and 0 for a lost stage
   * @example 60
   */
  @Optional() @Integer(0, 100) probability?: number;
  /**
   * Colour on the board
   * @example "#f5b83d"
   */
  @Optional() @Nullable() @Matching(/^#[0-9a-f]{6}$/) color?: string | null;
  /**
   * Days after which an open deal in this stage is rotting; null for no limit
   * @example 21
   */
  @Optional() @Nullable() @Integer(1, 3650) rotDays?: number | null;
}

/** A new stage with its position. */
export class PlacedStageCreate extends PipelineStageCreate {
  /**
   * Position among the stages of the pipeline, from 1; default: the last position
   * @example 4
   */
  @Optional() @Integer(1, MOST_STAGES) position?: number;
}

export class PipelineStageUpdate extends PartialType(PlacedStageCreate, { skipNullProperties: false }) {}

export class PipelineStageView extends OmitType(PipelineStageCreate, [
  'description',
  'kind',
  'probability',
  'color',
  'rotDays',
]) {
  /**
   * Id of the stage
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * Id of the pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() pipelineId: string;
  /**
   * Description: the condition that a deal in this stage meets
   * @example "An offer was made"
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * Position among all stages of the pipeline, including retired stages. The position can change without a new version
   * or ETag when other stages move.
   * @example 4
   */
  @Integer(1, 2147483647) position: number;
  /**
   * Kind of stage: open, won or lost
   * @example open
   */
  @Choice('PipelineStageKind', STAGE_KINDS) kind: StageKind;
  /**
   * Probability of winning in percent
   * @example 60
   */
  @Integer(0, 100) probability: number;
  /**
   * Colour on the board
   * @example "#f5b83d"
   */
  @Nullable() @Matching(/^#[0-9a-f]{6}$/) color: string | null;
  /**
   * Days after which a deal in this stage is rotting; null for no limit
   * @example 21
   */
  @Nullable() @Integer(1, 3650) rotDays: number | null;
  /**
   * Whether the stage accepts deals; a retired stage is kept for the history
   * @example true
   */
  @Flag() isActive: boolean;
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

export class PipelineStageQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: by position. */
  @Optional() @ChoicesParameter('PipelineStageSort', SORTS, 2) sort?: string[];
  /**
   * True for active entries only, false for retired entries only
   * @example true
   */
  @Optional() @FlagParameter() isActive?: boolean;
  /** Kinds of stages; repeat to match any of several */
  @Optional() @ChoicesParameter('PipelineStageKind', STAGE_KINDS) kind?: StageKind[];
}

export class PipelineStageUpdatedView extends PipelineStageView {
  /**
   * Id of the job that updates the probability of open deals if the stage has more than 1,000; see `GET /jobs/{id}`
   * @example null
   */
  @Nullable() @Id() jobId: string | null;
}
