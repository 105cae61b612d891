import {
  Choice,
  Id,
  Integer,
  NestedList,
  Nullable,
  Nested,
  Optional,
  Text,
  Timestamp,
} from '../../../kernel/fields.js';
import { OwnerRef } from '../../../platform/records/index.js';
import { STAGE_KINDS, type StageKind } from '../../pipelines/index.js';

export class DealMove {
  /**
   * Id of the new open stage, which may belong to another pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
}

export class DealWin {
  /**
   * Reason for winning the deal
   * @example "The better support"
   */
  @Optional() @Nullable() @Text(1, 255) wonReason?: string | null;
}

export class DealLoss {
  /**
   * Reason for losing the deal
   * @example "Too expensive"
   */
  @Text(1, 255) lostReason: string;
}

export class DealAbandonment {
  /**
   * Reason for abandoning the deal; stored as `lostReason`
   * @example "Nobody answers any more"
   */
  @Optional() @Nullable() @Text(1, 255) reason?: string | null;
}

export class DealReopening {
  /**
   * Id of the open stage to continue in; default: the last open stage of the deal
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional() @Id() stageId?: string;
}

export class DealStep {
  /**
   * Id of the previous stage
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() fromStageId: string;
  /**
   * Id of the current stage; the same as the previous stage if the deal did not move
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() toStageId: string;
  /**
   * Seconds in the previous stage; 0 if the deal did not move
   * @example 86400
   */
  @Integer(0, 9007199254740991) seconds: number;
}

export class StageVisitView {
  /**
   * Id of the visit
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b72
   */
  @Id() id: string;
  /**
   * Id of the stage
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
  /**
   * Id of the pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * Kind of stage: open, won or lost
   * @example open
   */
  @Choice('PipelineStageKind', STAGE_KINDS) kind: StageKind;
  /**
   * Time when the deal entered the stage
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() enteredAt: string;
  /**
   * Time when the deal left the stage; null for the current stage
   * @example null
   */
  @Nullable() @Timestamp() leftAt: string | null;
  /**
   * Duration in seconds; until now for the current stage
   * @example 86400
   */
  @Integer(0, 9007199254740991) seconds: number;
  /** User who moved the deal; null for the system, or if the user no longer exists */
  @Nullable() @Nested(() => OwnerRef) by: OwnerRef | null;
}

export class DealStagesView {
  /** Stage visits in order of time; if there are more than 1,000, the latest */
  @NestedList(() => StageVisitView, 0, 1000) data: StageVisitView[];
}
