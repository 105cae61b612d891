import { SetMetadata } from '@nestjs/common';

/** What stands in the stages of pipelines, as the module sees it that keeps it; pipelines themselves know nothing of it. */
export interface StageOccupants {
  /** As in paths, for example `deals`. */
  readonly resource: string;
  /** Whether anything stands in this stage, living or deleted. */
  standsIn(stageId: string): Promise<boolean>;
  /** The living ones in this stage. */
  count(stageId: string): Promise<number>;
  /**
   * Moves up to `limit` living ones to another stage of the same kind, each as if by hand, in one unit of work. Gives how
   * many it was; fewer than `limit` means that there are no more.
   */
  move(stageId: string, toStageId: string, limit: number): Promise<number>;
  /** Those in this stage that follow its probability and have another one yet. */
  countBehind(stageId: string): Promise<number>;
  /** Gives up to `limit` of them the probability of their stage, in one unit of work. Gives how many, as `move` does. */
  follow(stageId: string, limit: number): Promise<number>;
}

export const STAGE_OCCUPANTS = 'kontor:stage-occupants';

/** The provider is a `StageOccupants`. */
export const OccupiesStages = (): ClassDecorator => SetMetadata(STAGE_OCCUPANTS, true);
