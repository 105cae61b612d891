import { Injectable } from '@nestjs/common';
import { withRequestContext } from '../../../kernel/request-context.js';
import {
  JobRuns,
  Worker,
  type JobWorker,
  type LeasedJob,
  type Outcome,
  type Settled,
} from '../../../platform/jobs/index.js';
import { Actors } from '../../users/index.js';
import { BATCH, Occupancy, type StageOrder } from './occupancy.js';
import { STAGE_WORK } from './stage-work.js';

interface Worked {
  readonly status: 'succeeded' | 'cancelled';
  readonly moved: number;
}

/** Batch by batch, each one transaction. What is done is no longer found, so work that dies goes on where it was. */
@Worker()
@Injectable()
export class StageWorker implements JobWorker<Worked | undefined> {
  readonly kind = STAGE_WORK;
  readonly leaseSeconds = 30;
  readonly concurrency = 2;
  readonly maxClaims = 5;

  constructor(
    private readonly occupancy: Occupancy,
    private readonly runs: JobRuns,
    private readonly actors: Actors,
  ) {}

  async work(job: LeasedJob): Promise<Outcome<Worked | undefined>> {
    const order = job.payload as StageOrder;
    const person = await this.actors.person(order.byUserId);
    // What happens is the deed of the one who asked for it, not of the machine.
    const path = `/api/v1/pipeline-stages/${order.stageId}`;
    const asked =
      order.toStageId === undefined ? { method: 'PATCH', path } : { method: 'POST', path: `${path}/retire` };
    const context = { requestId: job.refId, ...asked, ipAddress: null, userAgent: null };
    return withRequestContext(person ? { ...context, actor: { ...person, kind: 'system' } } : context, () =>
      this.through(job, order),
    );
  }

  async settle(settled: readonly Settled<Worked | undefined>[]): Promise<void> {
    for (const {
      job,
      outcome: { result },
    } of settled)
      if (result) await this.runs.finish(job.refId, { status: result.status, result: { moved: result.moved } });
  }

  async bury(refIds: readonly string[]): Promise<void> {
    for (const id of refIds)
      await this.runs.finish(id, { status: 'failed', error: 'It was interrupted time and again.' });
  }

  private async through(job: LeasedJob, order: StageOrder): Promise<Outcome<Worked | undefined>> {
    const total = await this.occupancy.left(order);
    let moved = 0;
    for (let step = BATCH; step === BATCH; moved += step) {
      const { isCancelled } = await this.runs.progress(job.refId, moved, Math.max(total, moved));
      if (isCancelled) return { verdict: 'done', result: { status: 'cancelled', moved } };
      // The process ends, or somebody else has the job by now.
      if (job.signal.aborted || !(await job.renew()))
        return { verdict: 'retry', delaySeconds: 0, uncounted: true, result: undefined };
      step = await this.occupancy.step(order);
    }
    await this.runs.progress(job.refId, moved, moved);
    return { verdict: 'done', result: { status: 'succeeded', moved } };
  }
}
