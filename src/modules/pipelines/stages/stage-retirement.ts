import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError } from '../../../kernel/errors.js';
import { StageJob } from '../stage-jobs/stage-job.js';
import type { StageRetired, StageRetirementView } from './stage-retirement.dto.js';
import { requireAnother, requireTarget } from './stage-rules.js';
import { StageWrites, type LockedStage } from './stage-writes.js';
import { stageRetired } from './stages.events.js';

/** Retires stages and moves their deals. Stage visits of the past keep the retired stage. */
@Injectable()
export class StageRetirements {
  constructor(
    private readonly writes: StageWrites,
    private readonly work: StageJob,
  ) {}

  async retire(
    actor: Actor,
    id: string,
    toStageId: string | undefined,
    version?: number,
  ): Promise<StageRetirementView> {
    const { stage, eventData } = await this.writes.change(id, {
      event: stageRetired,
      version,
      apply: (held) => this.apply(actor, held, toStageId),
    });
    return { ...(eventData as StageRetired), stage };
  }

  /** Accepts a retired stage again, to move deals that were restored in the meantime. */
  private async apply(actor: Actor, held: LockedStage, toStageId: string | undefined): Promise<StageRetired> {
    const { stage, before, stages, em } = held;
    requireAnother(stages, before);
    const target = toStageId === undefined ? undefined : requireTarget(stages, before, toStageId);
    await this.work.lock(before.id);
    Object.assign(stage, { isActive: false, ...(target && { successorId: target.id }) });
    await em.flush();
    if (!target) {
      if ((await this.work.count(before.id)) > 0)
        throw new ConflictError(
          'stage-holds-deals',
          'The stage has deals; set toStageId to the stage that receives them.',
        );
      return { toStageId: null, moved: 0, jobId: null };
    }
    const { done, jobId } = await this.work.begin(actor, { stageId: before.id, toStageId: target.id });
    return { toStageId: target.id, moved: done, jobId };
  }
}
