import { Injectable, Logger } from '@nestjs/common';
import { isRetryable, isTooSlow, isUnavailable } from '../database/index.js';
import type { JobWorker, LeasedJob, JobOutcome } from './job.js';
import { JobQueue, type Ending, type GroupReport } from './job-queue.js';

export interface JobResult {
  readonly worker: JobWorker<unknown>;
  readonly job: LeasedJob;
  readonly outcome: JobOutcome<unknown>;
}

const MOST = 50;
const GATHER_MS = 5;
const AGAIN_MS = 1_000;
const COMMIT_FAILED: Pick<Ending, 'status' | 'delaySeconds' | 'isCounted'> = {
  status: 'retry',
  delaySeconds: 30,
  isCounted: true,
};

/**
 * Writes the results of many jobs in one transaction, which is the largest cost of a fast queue. A result is dropped if
 * its lease was lost, because another process has the job. Results wait while the database is not available.
 */
@Injectable()
export class JobResults {
  private readonly logger = new Logger('Jobs');
  private waiting: JobResult[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private whenWritten: (results: readonly JobResult[]) => void = () => undefined;

  constructor(private readonly queue: JobQueue) {}

  onWritten(listener: (results: readonly JobResult[]) => void): void {
    this.whenWritten = listener;
  }

  add(result: JobResult): void {
    this.waiting.push(result);
    if (this.waiting.length >= MOST) this.flushSoon(0);
    else this.flushSoon(GATHER_MS);
  }

  /** Resolves after all added results are written or have failed. */
  async drained(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.flush());
    await this.writing;
  }

  private flushSoon(milliseconds: number): void {
    if (milliseconds === 0) clearTimeout(this.timer);
    else if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.writing = this.writing.then(() => this.flush());
    }, milliseconds);
  }

  private async flush(): Promise<void> {
    const results = this.waiting.splice(0);
    if (results.length > 0) await this.write(results);
  }

  private async write(results: readonly JobResult[]): Promise<void> {
    try {
      await this.queue.write(() => this.writeTogether(results));
    } catch (error) {
      return this.writeApart(results, error);
    }
    this.whenWritten(results);
  }

  private async writeApart(results: readonly JobResult[], error: unknown): Promise<void> {
    const [first] = results;
    if (isUnavailable(error) || isTooSlow(error) || isRetryable(error)) {
      this.waiting.unshift(...results);
      return this.flushSoon(AGAIN_MS);
    }
    if (results.length > 1) {
      for (const result of results) await this.write([result]);
    } else if (first) {
      this.logger.error(
        { err: error, kind: first.job.kind, refId: first.job.refId },
        'The result of a job could not be written',
      );
      await this.giveBack(first, error);
    }
  }

  /** The table of the worker rejected the result: the job is retried later, and finally becomes a dead letter. */
  private async giveBack(result: JobResult, error: unknown): Promise<void> {
    const {
      job: { id, refId, leaseToken, attempt },
      worker,
    } = result;
    const isOver = attempt >= worker.maxClaims;
    const ending: Ending = {
      id,
      leaseToken,
      error: String(error),
      ...COMMIT_FAILED,
      ...(isOver && { status: 'dead' }),
    };
    await this.queue
      .write(async () => {
        if ((await this.queue.held([{ id, leaseToken }])).size === 0) return;
        await this.queue.end([ending]);
        if (isOver) await worker.deadLetter?.([refId]);
      })
      .catch(() => undefined);
    this.whenWritten([result]);
  }

  private async writeTogether(results: readonly JobResult[]): Promise<void> {
    const held = await this.queue.held(results.map(({ job: { id, leaseToken } }) => ({ id, leaseToken })));
    const leased = results.filter(({ job }) => held.has(job.id));
    if (leased.length < results.length)
      this.logger.warn(`The leases of ${results.length - leased.length} jobs were lost; their results are dropped`);
    for (const [worker, of] of Map.groupBy(leased, (result) => result.worker)) await worker.commitResults?.(of);
    await this.queue.end(leased.map((result) => endingOf(result)));
    await this.queue.report(reportsOf(leased));
  }
}

const endingOf = ({
  job: { id, leaseToken },
  outcome: { status: outcome, delaySeconds = 0, error, uncounted = false },
}: JobResult): Ending => ({
  id,
  leaseToken,
  status: outcome,
  delaySeconds,
  error: error ?? null,
  isCounted: !uncounted,
});

function reportsOf(results: readonly JobResult[]): GroupReport[] {
  return [...Map.groupBy(results, ({ job }) => job.group)].map(([group, of]) => {
    const healths = of.map(({ outcome }) => outcome.group?.health);
    const lastSuccess = healths.lastIndexOf('succeeded');
    return {
      group,
      hasSucceeded: lastSuccess >= 0,
      failures: healths.slice(lastSuccess + 1).filter((health) => health === 'failed').length,
      pauseSeconds: Math.max(0, ...of.map(({ outcome }) => outcome.group?.pauseSeconds ?? 0)),
    };
  });
}
