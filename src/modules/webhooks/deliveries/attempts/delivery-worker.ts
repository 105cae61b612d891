import { Injectable } from '@nestjs/common';
import {
  Worker,
  type JobWorker,
  type LeasedJob,
  type JobOutcome,
  type Settled,
} from '../../../../platform/jobs/index.js';
import { RetrySchedule } from '../../sending/retry-schedule.js';
import { DeliveryAttempts, type DeliveryReport } from './delivery-attempts.js';
import { DELIVER } from '../webhook-delivery-queue.js';
import { DeliveryResults } from './delivery-results.js';
import { succeeded } from './delivery-outcome.js';

type Result = DeliveryReport | undefined;

/** Performs the scheduled attempts of deliveries. */
@Worker()
@Injectable()
export class DeliveryWorker implements JobWorker<Result> {
  readonly kind = DELIVER;
  /** An attempt takes at most 15 seconds. */
  readonly leaseSeconds = 30;
  readonly concurrency = 100;

  constructor(
    private readonly attempts: DeliveryAttempts,
    private readonly results: DeliveryResults,
    private readonly schedule: RetrySchedule,
  ) {}

  get maxClaims(): number {
    return this.schedule.delays.length;
  }

  async work(job: LeasedJob): Promise<JobOutcome<Result>> {
    const report = await this.attempts.scheduled(job.refId, job.attempt);
    if (!report?.sent || !report.change) return { status: 'done', result: report };
    const health = succeeded(report.sent) ? 'succeeded' : 'failed';
    const group = { health, ...(report.pauseSeconds !== undefined && { pauseSeconds: report.pauseSeconds }) } as const;
    if (report.change.status !== 'pending') return { status: 'done', result: report, group };
    return {
      status: 'retry',
      result: report,
      group,
      delaySeconds: report.change.delaySeconds ?? 0,
      error: wordsFor(report),
    };
  }

  commitResults(settled: readonly Settled<Result>[]): Promise<void> {
    return this.results.write(settled.flatMap(({ outcome: { result } }) => result ?? []));
  }

  deadLetter(refIds: readonly string[]): Promise<void> {
    return this.results.giveUp(refIds);
  }

  cancelled(refIds: readonly string[]): Promise<void> {
    return this.results.cancel(refIds);
  }
}

const wordsFor = ({ sent }: DeliveryReport): string =>
  sent?.statusCode ? `HTTP ${sent.statusCode}` : (sent?.errorCode ?? '');
