import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { BATCH, StageRecords, type StageOrder } from './stage-records.js';

export const STAGE_JOB = 'pipelines.stage-work';
/** Above this number of records a job is used, because a request would take too long and lock too many rows. */
const AT_ONCE = 1000;

/** The number of processed records, or the job that processes all of them. */
export interface StartedStageJob {
  readonly done: number;
  readonly jobId: string | null;
}

/** Applies a change to all records in a stage: few records in the current unit of work, many records in a job. */
@Injectable()
export class StageJob {
  constructor(
    private readonly stageRecords: StageRecords,
    private readonly jobs: Jobs,
  ) {}

  /** Locks the records in the stage. Call before a change of the stage that affects its records. */
  lock(stageId: string): Promise<void> {
    return this.stageRecords.lock(stageId, AT_ONCE);
  }

  isEmpty(stageId: string): Promise<boolean> {
    return this.stageRecords.isEmpty(stageId);
  }

  /** Counts the active records in the stage. */
  count(stageId: string): Promise<number> {
    return this.stageRecords.count(stageId);
  }

  async begin(actor: Actor, order: Omit<StageOrder, 'byUserId'>): Promise<StartedStageJob> {
    const whole: StageOrder = { ...order, byUserId: actor.userId };
    const total = await this.stageRecords.left(whole);
    if (total > AT_ONCE)
      return {
        done: 0,
        jobId: await this.jobs.start(actor, { kind: STAGE_JOB, group: `pipelines:${order.stageId}`, payload: whole }),
      };
    let done = 0;
    for (let step = total > 0 ? BATCH : 0; step === BATCH; done += step) step = await this.stageRecords.step(whole);
    return { done, jobId: null };
  }
}
