import { Id, Integer, Nested, Nullable, Optional } from '../../../kernel/fields.js';
import { PipelineStageView } from './stages.dto.js';

export class StageRetirementOrder {
  /**
   * Where the deals of this stage go: an active stage of the same pipeline and of the same kind. Needed where there are any.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional() @Id() toStageId?: string;
}

/** What became of the deals of a retired stage. */
export class StageRetired {
  /**
   * The stage that they went to; null where there were none.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Nullable() @Id() toStageId: string | null;
  /**
   * How many were moved at once.
   * @example 12
   */
  @Integer(0, 2147483647) moved: number;
  /**
   * The job that moves them where there are more than 1,000; `GET /jobs/{id}` tells how far it is.
   * @example null
   */
  @Nullable() @Id() jobId: string | null;
}

export class StageRetirementView extends StageRetired {
  /** The stage as it is now. */
  @Nested(() => PipelineStageView) stage: PipelineStageView;
}
