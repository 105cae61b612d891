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
   * The open stage to which it goes, also of another pipeline.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
}

export class DealWin {
  /**
   * Why it was won.
   * @example "The better support"
   */
  @Optional() @Nullable() @Text(1, 255) wonReason?: string | null;
}

export class DealLoss {
  /**
   * Why it was lost.
   * @example "Too expensive"
   */
  @Text(1, 255) lostReason: string;
}

export class DealAbandonment {
  /**
   * Why it is given up; kept as `lostReason`.
   * @example "Nobody answers any more"
   */
  @Optional() @Nullable() @Text(1, 255) reason?: string | null;
}

export class DealReopening {
  /**
   * The open stage in which it goes on; the last one in which it was open when left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional() @Id() stageId?: string;
}

/** The step of a deal from one stage to another. */
export class DealStep {
  /**
   * The stage in which it was.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() fromStageId: string;
  /**
   * The stage in which it is now; the same one where it did not leave it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() toStageId: string;
  /**
   * How long it had been in the stage that it left; 0 where it did not leave it.
   * @example 86400
   */
  @Integer(0, 9007199254740991) seconds: number;
}

/** One visit of a stage; a stage that is visited twice has two. */
export class StageVisitView {
  /**
   * The visit.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b72
   */
  @Id() id: string;
  /**
   * The stage.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
  /**
   * The pipeline of the stage.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * Whether deals there are open, won or lost.
   * @example open
   */
  @Choice('PipelineStageKind', STAGE_KINDS) kind: StageKind;
  /**
   * When the deal came there.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() enteredAt: string;
  /**
   * When it left; null while it is there.
   * @example null
   */
  @Nullable() @Timestamp() leftAt: string | null;
  /**
   * How long it was there; so far, while it is there.
   * @example 86400
   */
  @Integer(0, 9007199254740991) seconds: number;
  /** Who brought it there; null for the system, and for users who are gone. */
  @Nullable() @Nested(() => OwnerRef) by: OwnerRef | null;
}

export class DealStagesView {
  /** In order, the first one first; of more than 1,000 the latest. */
  @NestedList(() => StageVisitView, 0, 1000) data: StageVisitView[];
}
