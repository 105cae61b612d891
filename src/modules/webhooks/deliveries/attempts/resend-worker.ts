import { Injectable } from '@nestjs/common';
import {
  Worker,
  type JobWorker,
  type LeasedJob,
  type JobOutcome,
  type Settled,
} from '../../../../platform/jobs/index.js';
import { DeliveryAttempts, type DeliveryReport } from './delivery-attempts.js';
import { RESEND } from '../webhook-delivery-queue.js';
import { DeliveryResults } from './delivery-results.js';

type Result = DeliveryReport | undefined;

/** Performs one attempt that a user requested, in addition to the schedule. */
@Worker()
@Injectable()
export class ResendWorker implements JobWorker<Result> {
  readonly kind = RESEND;
  readonly leaseSeconds = 30;
  readonly concurrency = 10;
  readonly maxClaims = 3;

  constructor(
    private readonly attempts: DeliveryAttempts,
    private readonly results: DeliveryResults,
  ) {}

  async work(job: LeasedJob): Promise<JobOutcome<Result>> {
    return { status: 'done', result: await this.attempts.manual(job.refId) };
  }

  commitResults(settled: readonly Settled<Result>[]): Promise<void> {
    return this.results.write(settled.flatMap(({ outcome: { result } }) => result ?? []));
  }
}
