import { SetMetadata } from '@nestjs/common';

/** 0: a user waits for the job. 1: automatic work. 2: work that catches up. Lower numbers run first. */
export type JobPriority = 0 | 1 | 2;

/** A job that runs after the transaction. The same kind and `refId` twice create one job. */
export interface NewJob {
  readonly kind: string;
  /** The id of a row in a table of the module. */
  readonly refId: string;
  /** Jobs of a group share a cap, a pause and a circuit breaker. A group is an endpoint, a channel or an account. */
  readonly group: string;
  readonly priority?: JobPriority;
  /** Must be small. Large data belongs in a table. */
  readonly payload?: object;
  /** Seconds from now, by the clock of the database. */
  readonly delaySeconds?: number;
}

/** A job that this process has leased. */
export interface LeasedJob {
  readonly id: string;
  readonly kind: string;
  readonly refId: string;
  readonly group: string;
  readonly priority: JobPriority;
  readonly payload: unknown;
  /** Number of this attempt, from 1. Claims are counted, so that a job that kills its process ends too. */
  readonly attempt: number;
  readonly leaseToken: string;
  readonly createdAt: string;
  /** Aborted when the lease is lost or the process ends. The worker must stop. */
  readonly signal: AbortSignal;
  /** Renews the lease. Returns false if another process has the job. For jobs of many steps. */
  readonly renew: () => Promise<boolean>;
}

/** The outcome of one attempt. The worker's `commitResults` gets `result`. */
export interface JobOutcome<R = undefined> {
  readonly status: 'done' | 'retry' | 'dead';
  readonly result: R;
  /** For `retry`: seconds until the next attempt. */
  readonly delaySeconds?: number;
  readonly error?: string;
  /** Effect on the group: consecutive failures open the circuit breaker. Default: no effect. */
  readonly group?: {
    readonly health?: 'succeeded' | 'failed';
    /** Seconds for which no job of the group is claimed. The other jobs lose no attempt. */
    readonly pauseSeconds?: number;
  };
  /** For `retry`: does not count as an attempt. */
  readonly uncounted?: boolean;
}

export interface Settled<R> {
  readonly job: LeasedJob;
  readonly outcome: JobOutcome<R>;
}

/**
 * Runs the jobs of one kind. `work` may call other servers and holds no transaction. `commitResults` stores the results
 * of many jobs in the transaction that ends them, if their leases are still valid.
 */
export interface JobWorker<R = undefined> {
  readonly kind: string;
  /** Must be longer than one attempt. */
  readonly leaseSeconds: number;
  /** Concurrent jobs in this process. */
  readonly concurrency: number;
  /** Maximum number of claims. After that the job becomes a dead letter without another run. */
  readonly maxClaims: number;
  work(job: LeasedJob): Promise<JobOutcome<R>>;
  commitResults?(settled: readonly Settled<R>[]): Promise<void>;
  /**
   * Handles jobs with too many claims, whose processes ended during the attempts. Runs in the transaction that
   * dead-letters the jobs.
   */
  deadLetter?(refIds: readonly string[]): Promise<void>;
  /** Handles jobs that an operator cancelled. Runs in the transaction of the cancellation. */
  cancelled?(refIds: readonly string[]): Promise<void>;
}

export const WORKER = 'kontor:worker';

/** Marks a provider that implements `JobWorker`. Every process with the worker role gives jobs to it. */
export const Worker = (): ClassDecorator => SetMetadata(WORKER, true);
