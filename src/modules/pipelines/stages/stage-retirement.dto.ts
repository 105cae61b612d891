import { Id, Integer, Nested, Nullable, Optional } from '../../../kernel/fields.js';
import { PipelineStageView } from './stages.dto.js';

export class StageRetirementOrder {
  /**
   * Id of the stage that receives the deals: an active stage of the same pipeline and kind. Required if the stage holds
   * deals.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional() @Id() toStageId?: string;
}

export class StageRetired {
  /**
   * Id of the stage that received the deals; null if there were none
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Nullable() @Id() toStageId: string | null;
  /**
   * Number of deals that were moved immediately
   * @example 12
   */
  @Integer(0, 2147483647) moved: number;
  /**
   * Id of the job that moves the deals if there are more than 1,000; see `GET /jobs/{id}`
   * @example null
   */
  @Nullable() @Id() jobId: string | null;
}

export class StageRetirementView extends StageRetired {
  /** The stage after the change */
  @Nested(() => PipelineStageView) stage: PipelineStageView;
}
