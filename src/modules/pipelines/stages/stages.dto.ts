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

/** What a stage is told to be. */
export class PipelineStageCreate {
  /**
   * What it is called; every stage of a pipeline has a name of its own.
   * @example Proposal
   */
  @Text(1, 100) name: string;
  /**
   * What has to be true of a deal that stands here.
   * @example "An offer was made"
   */
  @Optional() @Nullable() @Text(1, 500) description?: string | null;
  /**
   * Whether deals here are still open, won or lost; `open` when left out.
   * @example open
   */
  @Optional() @Choice('PipelineStageKind', STAGE_KINDS) kind?: StageKind;
  /**
   * How likely deals here are won, in percent: 100 where they are won and 0 where they are lost, whatever else is said not accepted.
   * @example 60
   */
  @Optional() @Integer(0, 100) probability?: number;
  /**
   * Its colour on the board.
   * @example "#f5b83d"
   */
  @Optional() @Nullable() @Matching(/^#[0-9a-f]{6}$/) color?: string | null;
  /**
   * After how many days in this stage a deal is called rotten; null where it never is. Only open deals rot.
   * @example 21
   */
  @Optional() @Nullable() @Integer(1, 3650) rotDays?: number | null;
}

/** A stage that is put somewhere. */
export class PlacedStageCreate extends PipelineStageCreate {
  /**
   * Its place among the stages of the pipeline, from 1; the last one when left out.
   * @example 4
   */
  @Optional() @Integer(1, MOST_STAGES) position?: number;
}

export class PipelineStageUpdate extends PartialType(PlacedStageCreate, { skipNullProperties: false }) {}

/** A step of a pipeline. */
export class PipelineStageView extends OmitType(PipelineStageCreate, [
  'description',
  'kind',
  'probability',
  'color',
  'rotDays',
]) {
  /**
   * The stage.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * The pipeline that it is a step of.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() pipelineId: string;
  /**
   * What has to be true of a deal that stands here.
   * @example "An offer was made"
   */
  @Nullable() @Text(1, 500) description: string | null;
  /**
   * Its place among the stages of the pipeline, retired ones counted in. It moves with the others: neither the version nor the ETag tells of that.
   * @example 4
   */
  @Integer(1, 2147483647) position: number;
  /**
   * Whether deals here are still open, won or lost.
   * @example open
   */
  @Choice('PipelineStageKind', STAGE_KINDS) kind: StageKind;
  /**
   * How likely deals here are won, in percent.
   * @example 60
   */
  @Integer(0, 100) probability: number;
  /**
   * Its colour on the board.
   * @example "#f5b83d"
   */
  @Nullable() @Matching(/^#[0-9a-f]{6}$/) color: string | null;
  /**
   * After how many days in this stage a deal is called rotten; null where it never is.
   * @example 21
   */
  @Nullable() @Integer(1, 3650) rotDays: number | null;
  /**
   * Whether deals can be put here; a retired stage holds none and is kept for what was.
   * @example true
   */
  @Flag() isActive: boolean;
  /**
   * When it was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Counts its changes; also the ETag.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class PipelineStageQuery extends PageQuery {
  /** The order; `-` before a field means descending. By position when left out. */
  @Optional() @ChoicesParameter('PipelineStageSort', SORTS, 2) sort?: string[];
  /**
   * Only those that deals can be put in, or only retired ones.
   * @example true
   */
  @Optional() @FlagParameter() isActive?: boolean;
  /** Stages of any of these kinds. */
  @Optional() @ChoicesParameter('PipelineStageKind', STAGE_KINDS) kind?: StageKind[];
}

export class PipelineStageUpdatedView extends PipelineStageView {
  /**
   * The job that gives a new probability to the open deals of the stage where there are more than 1,000; `GET /jobs/{id}` tells how far it is.
   * @example null
   */
  @Nullable() @Id() jobId: string | null;
}
