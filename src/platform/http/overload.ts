import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Config } from '../config/index.js';
import { Reader } from '../database/index.js';
import { answerWith } from './problem.filter.js';

const SAMPLE_MS = 250;
/** Requests that may wait for each connection: more would wait for longer than the pool lets them. */
const WAITERS_PER_CONNECTION = 10;
const EXEMPT = /^\/(health\/|metrics)/;

/** Says no at the door when this process is behind: a quick 503 that can be tried again, never an endless wait. */
@Injectable()
export class Overload implements OnApplicationShutdown {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private readonly sampler: NodeJS.Timeout;
  /** The last two samples: one slow moment, as at the start, is not overload. */
  private loopDelays: readonly [number, number] = [0, 0];
  private inFlight = 0;
  private draining = false;

  constructor(
    private readonly config: Config,
    private readonly reader: Reader,
  ) {
    this.delay.enable();
    this.sampler = setInterval(() => this.sample(), SAMPLE_MS).unref();
  }

  /** From SIGTERM on: open requests finish, new ones are told to go elsewhere. */
  drain(): void {
    this.draining = true;
  }

  onApplicationShutdown(): void {
    clearInterval(this.sampler);
    this.delay.disable();
  }

  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    if (EXEMPT.test(request.path)) return next();
    const reason = this.reason();
    if (reason) {
      if (this.draining) response.setHeader('Connection', 'close');
      return answerWith(
        { status: 503, code: 'overloaded', detail: reason, extras: { retryAfter: 1 } },
        request,
        response,
      );
    }
    this.inFlight += 1;
    response.once('close', () => (this.inFlight -= 1));
    next();
  };

  private reason(): string | undefined {
    if (this.draining) return 'This instance is shutting down.';
    if (
      this.inFlight >= this.config.MAX_REQUESTS_IN_FLIGHT ||
      Math.min(...this.loopDelays) > this.config.MAX_LOOP_DELAY
    )
      return 'Too many requests are at work at the moment.';
    return (this.reader.opened?.waitingCount ?? 0) > WAITERS_PER_CONNECTION * this.config.DATABASE_POOL_SIZE
      ? 'Too many requests wait for the database.'
      : undefined;
  }

  private sample(): void {
    this.loopDelays = [this.loopDelays[1], this.delay.mean / 1e6];
    this.delay.reset();
  }
}
