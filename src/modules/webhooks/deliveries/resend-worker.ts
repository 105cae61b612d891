import { Injectable } from '@nestjs/common';
import { Worker, type JobWorker, type LeasedJob, type Outcome, type Settled } from '../../../platform/jobs/index.js';
import { DeliveryAttempts, type DeliveryReport } from './delivery-attempts.js';
import { RESEND } from './delivery-queue.js';
import { DeliverySettlement } from './delivery-settlement.js';

type Result = DeliveryReport | undefined;

/** Sends deliveries again because somebody asked for it: one attempt, beside the schedule. */
@Worker()
@Injectable()
export class ResendWorker implements JobWorker<Result> {
  readonly kind = RESEND;
  readonly leaseSeconds = 30;
  readonly concurrency = 10;
  readonly maxClaims = 3;

  constructor(
    private readonly attempts: DeliveryAttempts,
    private readonly settlement: DeliverySettlement,
  ) {}

  async work(job: LeasedJob): Promise<Outcome<Result>> {
    return { verdict: 'done', result: await this.attempts.manual(job.refId) };
  }

  settle(settled: readonly Settled<Result>[]): Promise<void> {
    return this.settlement.write(settled.flatMap(({ outcome: { result } }) => result ?? []));
  }
}
