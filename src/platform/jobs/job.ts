import { SetMetadata } from '@nestjs/common';

/** 0 before 1 before 2: what a person waits for, what happens by itself, what is made up for. */
export type Priority = 0 | 1 | 2;

/** One piece of work to be done after the transaction that asks for it. The same kind and `refId` twice is once. */
export interface NewJob {
  readonly kind: string;
  /** What is worked on: the id of a row of the module's own. */
  readonly refId: string;
  /** Jobs of a group share a cap, a pause and a breaker: an endpoint, a channel, an account. */
  readonly group: string;
  readonly priority?: Priority;
  /** Small; what is large belongs in a table. */
  readonly payload?: object;
  /** Seconds from now, by the database's clock. */
  readonly delaySeconds?: number;
}

/** A job in the hands of this process until its lease ends. */
export interface LeasedJob {
  readonly id: string;
  readonly kind: string;
  readonly refId: string;
  readonly group: string;
  readonly priority: Priority;
  readonly payload: unknown;
  /** This attempt's number, from 1: counted when it was claimed, so a job that kills its process does not live for ever. */
  readonly attempt: number;
  readonly leaseToken: string;
  readonly createdAt: string;
  /** Ends when the lease was lost or the process ends: whoever works on must stop. */
  readonly signal: AbortSignal;
  /** Takes the lease for another while; false if somebody else has the job by now. For work of many steps. */
  readonly renew: () => Promise<boolean>;
}

/** What became of one attempt. `result` goes to the worker's `settle`. */
export interface Outcome<R = undefined> {
  readonly verdict: 'done' | 'retry' | 'dead';
  readonly result: R;
  /** For `retry`: seconds until the next attempt. */
  readonly delaySeconds?: number;
  readonly error?: string;
  /** What it says of the group: failures in a row open its breaker. Left out: nothing. */
  readonly group?: {
    readonly health?: 'succeeded' | 'failed';
    /** Nothing of the group is claimed for so many seconds; its other jobs lose no attempt. */
    readonly pauseSeconds?: number;
  };
  /** For `retry`: this one does not count as an attempt. */
  readonly uncounted?: boolean;
}

export interface Settled<R> {
  readonly job: LeasedJob;
  readonly outcome: Outcome<R>;
}

/**
 * Does the jobs of one kind. `work` talks to the world and holds no transaction; `settle` writes what came of it, for
 * many jobs at once, in the very transaction that ends them, and only for those whose lease still held.
 */
export interface JobWorker<R = undefined> {
  readonly kind: string;
  /** Longer than one attempt can take. */
  readonly leaseSeconds: number;
  /** At once in this process. */
  readonly concurrency: number;
  /** How often it is claimed at most; a job beyond that dies without being run again. */
  readonly maxClaims: number;
  work(job: LeasedJob): Promise<Outcome<R>>;
  settle?(settled: readonly Settled<R>[]): Promise<void>;
  /** Jobs that were claimed too often and will not be run again: their process died under them. In the transaction that buries them. */
  bury?(refIds: readonly string[]): Promise<void>;
  /** Jobs that an operator took out of the queue. In the transaction that takes them out. */
  cancelled?(refIds: readonly string[]): Promise<void>;
}

export const WORKER = 'kontor:worker';

/** The provider is a `JobWorker`: every process with the worker role gives it jobs. */
export const Worker = (): ClassDecorator => SetMetadata(WORKER, true);
