import { Injectable, Logger } from '@nestjs/common';
import { isRetryable, isTooSlow, isUnavailable } from '../database/index.js';
import type { JobWorker, LeasedJob, Outcome } from './job.js';
import { JobQueue, type Ending, type GroupReport } from './job-queue.js';

export interface Result {
  readonly worker: JobWorker<unknown>;
  readonly job: LeasedJob;
  readonly outcome: Outcome<unknown>;
}

const MOST = 50;
const GATHER_MS = 5;
const AGAIN_MS = 1_000;
const SETTLE_FAILED: Pick<Ending, 'verdict' | 'delaySeconds' | 'isCounted'> = {
  verdict: 'retry',
  delaySeconds: 30,
  isCounted: true,
};

/**
 * Writes what came of jobs, many in one transaction: that is most of what a fast queue costs. A result is dropped where
 * the lease was lost meanwhile, because somebody else does the job by now. While the database is away, results wait.
 */
@Injectable()
export class Results {
  private readonly logger = new Logger('Jobs');
  private waiting: Result[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private whenWritten: (results: readonly Result[]) => void = () => undefined;

  constructor(private readonly queue: JobQueue) {}

  onWritten(listener: (results: readonly Result[]) => void): void {
    this.whenWritten = listener;
  }

  add(result: Result): void {
    this.waiting.push(result);
    if (this.waiting.length >= MOST) this.flushSoon(0);
    else this.flushSoon(GATHER_MS);
  }

  /** Once everything that was added is written, or cannot be. */
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

  private async write(results: readonly Result[]): Promise<void> {
    try {
      await this.queue.write(() => this.writeTogether(results));
    } catch (error) {
      return this.writeApart(results, error);
    }
    this.whenWritten(results);
  }

  private async writeApart(results: readonly Result[], error: unknown): Promise<void> {
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
        'What a job found out could not be written',
      );
      await this.giveBack(first, error);
    }
  }

  /** Its own table refused the result: the job is tried again later, and dies when that goes on. */
  private async giveBack(result: Result, error: unknown): Promise<void> {
    const {
      job: { id, leaseToken, attempt },
      worker,
    } = result;
    const ending = attempt >= worker.maxClaims ? { ...SETTLE_FAILED, verdict: 'dead' as const } : SETTLE_FAILED;
    await this.queue
      .write(async () => {
        if ((await this.queue.held([{ id, leaseToken }])).size > 0)
          await this.queue.end([{ id, leaseToken, error: String(error), ...ending }]);
      })
      .catch(() => undefined);
    this.whenWritten([result]);
  }

  private async writeTogether(results: readonly Result[]): Promise<void> {
    const held = await this.queue.held(results.map(({ job: { id, leaseToken } }) => ({ id, leaseToken })));
    const kept = results.filter(({ job }) => held.has(job.id));
    if (kept.length < results.length)
      this.logger.warn(`The leases of ${results.length - kept.length} jobs were lost; what they found out is dropped`);
    for (const [worker, of] of Map.groupBy(kept, (result) => result.worker)) await worker.settle?.(of);
    await this.queue.end(kept.map((result) => endingOf(result)));
    await this.queue.report(reportsOf(kept));
  }
}

const endingOf = ({
  job: { id, leaseToken },
  outcome: { verdict, delaySeconds = 0, error, uncounted = false },
}: Result): Ending => ({ id, leaseToken, verdict, delaySeconds, error: error ?? null, isCounted: !uncounted });

function reportsOf(results: readonly Result[]): GroupReport[] {
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
