import { Injectable } from '@nestjs/common';
import { withRequestContext } from '../../../kernel/request-context.js';
import {
  JobRuns,
  Worker,
  type JobWorker,
  type LeasedJob,
  type JobOutcome,
  type Settled,
} from '../../../platform/jobs/index.js';
import { Actors } from '../../users/index.js';
import { BATCH, StageRecords, type StageOrder } from './stage-records.js';
import { STAGE_JOB } from './stage-job.js';

interface Worked {
  readonly status: 'succeeded' | 'cancelled';
  readonly moved: number;
}

/** Processes batches, one transaction each. After an interruption, a new attempt finds only the remaining records. */
@Worker()
@Injectable()
export class StageJobWorker implements JobWorker<Worked | undefined> {
  readonly kind = STAGE_JOB;
  readonly leaseSeconds = 30;
  readonly concurrency = 2;
  readonly maxClaims = 5;

  constructor(
    private readonly stageRecords: StageRecords,
    private readonly runs: JobRuns,
    private readonly actors: Actors,
  ) {}

  async work(job: LeasedJob): Promise<JobOutcome<Worked | undefined>> {
    const order = job.payload as StageOrder;
    const person = await this.actors.person(order.byUserId);
    // Changes are recorded with the user and the path of the original request.
    const path = `/api/v1/pipeline-stages/${order.stageId}`;
    const asked =
      order.toStageId === undefined ? { method: 'PATCH', path } : { method: 'POST', path: `${path}/retire` };
    const context = { requestId: job.refId, ...asked, ipAddress: null, userAgent: null };
    return withRequestContext(person ? { ...context, actor: { ...person, kind: 'system' } } : context, () =>
      this.through(job, order),
    );
  }

  async commitResults(settled: readonly Settled<Worked | undefined>[]): Promise<void> {
    for (const {
      job,
      outcome: { result },
    } of settled)
      if (result) await this.runs.finish(job.refId, { status: result.status, result: { moved: result.moved } });
  }

  async deadLetter(refIds: readonly string[]): Promise<void> {
    for (const id of refIds) await this.runs.finish(id, { status: 'failed', error: 'It was interrupted too often.' });
  }

  private async through(job: LeasedJob, order: StageOrder): Promise<JobOutcome<Worked | undefined>> {
    const total = await this.stageRecords.left(order);
    let moved = 0;
    for (let step = BATCH; step === BATCH; moved += step) {
      const { isCancelled } = await this.runs.progress(job.refId, moved, Math.max(total, moved));
      if (isCancelled) return { status: 'done', result: { status: 'cancelled', moved } };
      // The process stops, or another process has claimed the job.
      if (job.signal.aborted || !(await job.renew()))
        return { status: 'retry', delaySeconds: 0, uncounted: true, result: undefined };
      step = await this.stageRecords.step(order);
    }
    await this.runs.progress(job.refId, moved, moved);
    return { status: 'done', result: { status: 'succeeded', moved } };
  }
}
