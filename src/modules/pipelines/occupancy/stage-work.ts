import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { BATCH, Occupancy, type StageOrder } from './occupancy.js';

export const STAGE_WORK = 'pipelines.stage-work';
/** More than these are moved behind the answer: a request would take too long, and hold too many rows. */
const AT_ONCE = 1000;

/** What was done at once, and the job that does what was too much for that. */
export interface Begun {
  readonly done: number;
  readonly jobId: string | null;
}

/** Carries out orders for what stands in a stage: few in the unit of work at hand, many as a job. */
@Injectable()
export class StageWork {
  constructor(
    private readonly occupancy: Occupancy,
    private readonly jobs: Jobs,
  ) {}

  /** Before a stage is changed in what those who stand in it go by. */
  hold(stageId: string): Promise<void> {
    return this.occupancy.hold(stageId, AT_ONCE);
  }

  isEmpty(stageId: string): Promise<boolean> {
    return this.occupancy.isEmpty(stageId);
  }

  /** How many living ones are in it. */
  standing(stageId: string): Promise<number> {
    return this.occupancy.standing(stageId);
  }

  async begin(actor: Actor, order: Omit<StageOrder, 'byUserId'>): Promise<Begun> {
    const whole: StageOrder = { ...order, byUserId: actor.userId };
    const total = await this.occupancy.left(whole);
    if (total > AT_ONCE)
      return {
        done: 0,
        jobId: await this.jobs.start(actor, { kind: STAGE_WORK, group: `pipelines:${order.stageId}`, payload: whole }),
      };
    let done = 0;
    for (let step = total > 0 ? BATCH : 0; step === BATCH; done += step) step = await this.occupancy.step(whole);
    return { done, jobId: null };
  }
}
