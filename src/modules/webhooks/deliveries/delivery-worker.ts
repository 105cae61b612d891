import { Injectable } from '@nestjs/common';
import { Worker, type JobWorker, type LeasedJob, type Outcome, type Settled } from '../../../platform/jobs/index.js';
import { RetrySchedule } from '../sending/retry-schedule.js';
import { DeliveryAttempts, type DeliveryReport } from './delivery-attempts.js';
import { DELIVER } from './delivery-queue.js';
import { DeliverySettlement } from './delivery-settlement.js';
import { succeeded } from './verdict.js';

type Result = DeliveryReport | undefined;

/** Sends deliveries by their schedule. */
@Worker()
@Injectable()
export class DeliveryWorker implements JobWorker<Result> {
  readonly kind = DELIVER;
  /** An attempt takes 15 s at most. */
  readonly leaseSeconds = 30;
  readonly concurrency = 100;

  constructor(
    private readonly attempts: DeliveryAttempts,
    private readonly settlement: DeliverySettlement,
    private readonly schedule: RetrySchedule,
  ) {}

  get maxClaims(): number {
    return this.schedule.delays.length;
  }

  async work(job: LeasedJob): Promise<Outcome<Result>> {
    const report = await this.attempts.scheduled(job.refId, job.attempt);
    if (!report?.sent || !report.change) return { verdict: 'done', result: report };
    const health = succeeded(report.sent) ? 'succeeded' : 'failed';
    const group = { health, ...(report.pauseSeconds !== undefined && { pauseSeconds: report.pauseSeconds }) } as const;
    if (report.change.status !== 'pending') return { verdict: 'done', result: report, group };
    return {
      verdict: 'retry',
      result: report,
      group,
      delaySeconds: report.change.delaySeconds ?? 0,
      error: wordsFor(report),
    };
  }

  settle(settled: readonly Settled<Result>[]): Promise<void> {
    return this.settlement.write(settled.flatMap(({ outcome: { result } }) => result ?? []));
  }

  bury(refIds: readonly string[]): Promise<void> {
    return this.settlement.giveUp(refIds);
  }

  cancelled(refIds: readonly string[]): Promise<void> {
    return this.settlement.cancel(refIds);
  }
}

const wordsFor = ({ sent }: DeliveryReport): string =>
  sent?.statusCode ? `HTTP ${sent.statusCode}` : (sent?.errorCode ?? '');
