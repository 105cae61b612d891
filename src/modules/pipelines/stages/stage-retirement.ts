import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict } from '../../../kernel/errors.js';
import { StageWork } from '../occupancy/stage-work.js';
import type { StageRetired, StageRetirementView } from './stage-retirement.dto.js';
import { requireAnother, requireTarget } from './stage-rules.js';
import { StageWrites, type Held } from './stage-writes.js';
import { stageRetired } from './stages.events.js';

/** Takes a stage out of use: what stood there goes elsewhere in the same call, and what was stays told. */
@Injectable()
export class StageRetirements {
  constructor(
    private readonly writes: StageWrites,
    private readonly work: StageWork,
  ) {}

  async retire(
    actor: Actor,
    id: string,
    toStageId: string | undefined,
    version?: number,
  ): Promise<StageRetirementView> {
    const { stage, told } = await this.writes.change(id, {
      event: stageRetired,
      version,
      apply: (held) => this.apply(actor, held, toStageId),
    });
    return { ...(told as StageRetired), stage };
  }

  /** A retired stage may be retired again: what was restored into it since goes as well. */
  private async apply(actor: Actor, held: Held, toStageId: string | undefined): Promise<StageRetired> {
    const { stage, before, stages, em } = held;
    requireAnother(stages, before);
    const target = toStageId === undefined ? undefined : requireTarget(stages, before, toStageId);
    await this.work.hold(before.id);
    stage.isActive = false;
    await em.flush();
    if (!target) {
      if ((await this.work.standing(before.id)) > 0)
        throw new Conflict('stage-holds-deals', 'There are deals in this stage: say with toStageId where they go.');
      return { toStageId: null, moved: 0, jobId: null };
    }
    const { done, jobId } = await this.work.begin(actor, { stageId: before.id, toStageId: target.id });
    return { toStageId: target.id, moved: done, jobId };
  }
}
