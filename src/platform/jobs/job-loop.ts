import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Config } from '../config/index.js';
import type { JobWorker, LeasedJob, JobOutcome } from './job.js';
import { JobQueue, type ClaimedJob, type ClaimRequest } from './job-queue.js';
import { JobSignal } from './job-signal.js';
import { PollingLoop, throttle } from '../polling/index.js';
import { JobResults } from './job-results.js';
import { WorkerDiscovery } from './worker-discovery.js';

const IDLE_MS = 250;
const GATHER_MS = 2;
/** Seconds at the end of a shutdown that are reserved for writing results. */
const WRITE_SECONDS = 2;
const THROWN_DELAY_SECONDS = [5, 30, 300, 1_800];

interface Running {
  readonly claimed: ClaimedJob;
  readonly abort: AbortController;
}

/**
 * Claims jobs and gives them to their workers, up to the concurrency of each. Runs only in processes with the worker
 * role.
 */
@Injectable()
export class JobLoop implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly workers = new Map<string, JobWorker<unknown>>();
  private readonly running = new Map<string, Running>();
  private readonly loop = new PollingLoop(() => this.step(), {
    idleMs: IDLE_MS,
    gatherMs: GATHER_MS,
    onFailure: throttle(10_000, (error) => this.logger.warn({ err: error }, 'Jobs cannot be claimed')),
  });

  constructor(
    private readonly queue: JobQueue,
    private readonly results: JobResults,
    private readonly signal: JobSignal,
    private readonly config: Config,
    private readonly found: WorkerDiscovery,
  ) {}

  onApplicationBootstrap(): void {
    for (const worker of this.found.workers()) this.employ(worker);
    if (this.config.ROLE === 'web') return;
    this.signal.onWake(() => this.loop.wake());
    this.results.onWritten((written) => {
      for (const { job } of written) this.running.delete(job.id);
      this.loop.wake();
    });
    this.loop.start();
  }

  employ<R>(worker: JobWorker<R>): void {
    this.workers.set(worker.kind, worker as JobWorker<unknown>);
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** Waits for running attempts, writes their results, and releases the jobs that did not finish in time. */
  async beforeApplicationShutdown(): Promise<void> {
    const until = performance.now() + (this.config.SHUTDOWN_SECONDS - WRITE_SECONDS) * 1_000;
    while (this.running.size > 0 && performance.now() < until) {
      await this.results.drained();
      if (this.running.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const cut = [...this.running.values()];
    if (cut.length === 0) return;
    for (const { abort } of cut) abort.abort(new Error('the process ends'));
    await this.queue.release(cut.map(({ claimed }) => claimed)).catch(() => undefined);
  }

  private async step(): Promise<boolean> {
    const requests = this.requests();
    if (requests.length === 0) return false;
    const claimed = await this.queue.claim(requests);
    const spent = claimed.filter(({ kind, attempt }) => attempt > (this.workers.get(kind)?.maxClaims ?? 0));
    for (const job of claimed) if (!spent.includes(job)) void this.work(job);
    if (spent.length > 0) await this.deadLetter(spent);
    return false;
  }

  private requests(): ClaimRequest[] {
    const busy = new Map<string, number>();
    for (const {
      claimed: { kind },
    } of this.running.values())
      busy.set(kind, (busy.get(kind) ?? 0) + 1);
    return [...this.workers.values()]
      .map(({ kind, concurrency, leaseSeconds }) => ({ kind, leaseSeconds, free: concurrency - (busy.get(kind) ?? 0) }))
      .filter(({ free }) => free > 0);
  }

  private async work(claimed: ClaimedJob): Promise<void> {
    const worker = this.workers.get(claimed.kind) as JobWorker<unknown>;
    const abort = new AbortController();
    this.running.set(claimed.id, { claimed, abort });
    const job: LeasedJob = { ...claimed, signal: abort.signal, renew: () => this.renew(claimed, worker, abort) };
    this.results.add({ worker, job, outcome: await this.attempt(worker, job) });
  }

  private async attempt(worker: JobWorker<unknown>, job: LeasedJob): Promise<JobOutcome<unknown>> {
    try {
      return await worker.work(job);
    } catch (error) {
      this.logger.error({ err: error, kind: job.kind, refId: job.refId }, 'A job failed unexpectedly');
      const text = error instanceof Error ? error.message : String(error);
      if (job.attempt >= worker.maxClaims) return { status: 'dead', result: undefined, error: text };
      return {
        status: 'retry',
        result: undefined,
        error: text,
        delaySeconds: THROWN_DELAY_SECONDS[Math.min(job.attempt, THROWN_DELAY_SECONDS.length) - 1] ?? 5,
      };
    }
  }

  private async renew(job: ClaimedJob, worker: JobWorker<unknown>, abort: AbortController): Promise<boolean> {
    const isHeld = await this.queue.renew(job.id, job.leaseToken, worker.leaseSeconds);
    if (!isHeld) abort.abort(new Error('the lease was lost'));
    return isHeld;
  }

  /** Ends jobs with more claims than their worker allows: the process ended during each attempt. */
  private async deadLetter(spent: readonly ClaimedJob[]): Promise<void> {
    this.logger.error(`${spent.length} jobs became dead letters: their process ended during each attempt`);
    await this.queue.write(async () => {
      const held = await this.queue.held(spent);
      const own = spent.filter(({ id }) => held.has(id));
      await this.queue.end(
        own.map(({ id, leaseToken }) => ({
          id,
          leaseToken,
          status: 'dead',
          delaySeconds: 0,
          error: 'its process ended during each attempt',
          isCounted: true,
        })),
      );
      for (const [kind, of] of Map.groupBy(own, (job) => job.kind))
        await this.workers.get(kind)?.deadLetter?.(of.map(({ refId }) => refId));
    });
  }
}
