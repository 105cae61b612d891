import { AsyncResource } from 'node:async_hooks';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Config } from '../../config/index.js';
import { QueryRunner } from '../../database/index.js';
import { addressOf } from '../client-address.js';
import { Exchanges, type Exchange } from './exchanges.js';
import { KnownCredentials } from '../credentials/known-credentials.js';
import { isProbe } from './probes.js';
import { answerWith } from '../problems/problem.filter.js';
import { SlowClients } from './slow-clients.js';

const MEASURE_MS = 250;
/** Waiting requests per connection. More would wait longer than the pool allows. */
const WAITERS_PER_CONNECTION = 10;
/** Requests without sign-in are rejected at a quarter of these waiters, so that signed-in callers are rejected last. */
const WAITERS_PER_CONNECTION_OF_STRANGERS = WAITERS_PER_CONNECTION / 4;
/** The share of all requests in flight that one address can have. */
const PART_OF_ONE_ADDRESS = 0.8;
/** The share of requests in flight without sign-in that one address can have. */
const PART_OF_ONE_STRANGER = 0.5;
/** Waiting requests without sign-in per working request, and their maximum waiting time. */
const QUEUE_PER_SLOT = 2;
const LONGEST_WAIT_MS = 1_000;

const TOO_MANY = 'Too many concurrent requests.';

/** Rejects requests at overload with a quick 503 that the client can repeat. */
@Injectable()
export class Overload implements OnApplicationShutdown {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private readonly sampler: NodeJS.Timeout;
  /** The last two samples: one slow sample, as at the start, is not overload. */
  private loopDelays: readonly [number, number] = [0, 0];
  private readonly exchanges = new Exchanges();
  private readonly slowClients = new SlowClients(this.exchanges);
  private draining = false;

  constructor(
    private readonly config: Config,
    private readonly queryRunner: QueryRunner,
    private readonly known: KnownCredentials,
  ) {
    this.delay.enable();
    this.sampler = setInterval(() => this.measure(), MEASURE_MS).unref();
  }

  /** Stops new requests after SIGTERM and lets open requests finish. Returns the number of open requests. */
  drain(): { readonly open: number } {
    this.draining = true;
    return { open: this.exchanges.size };
  }

  onApplicationShutdown(): void {
    clearInterval(this.sampler);
    this.delay.disable();
  }

  /** Runs before the body is read: registers the request, which is not in flight yet. */
  readonly arrive = (request: Request, response: Response, next: NextFunction): void => {
    if (isProbe(request)) return next();
    const isSignedIn = this.known.find(request) !== undefined;
    const exchange = this.exchanges.begin(request, response, addressOf(request), isSignedIn);
    response.once('close', () => this.end(exchange));
    const reason = this.reasonToReject(isSignedIn);
    if (reason === undefined) return next();
    if (this.draining) response.setHeader('Connection', 'close');
    reject(exchange, reason);
  };

  /** Runs after the body was read: from now on the request is in flight. */
  readonly admit = (request: Request, _response: Response, next: NextFunction): void => {
    const exchange = this.exchanges.of(request);
    if (!exchange) return next();
    if (exchange.isSignedIn ? !this.hasCapacity(exchange) : this.isFull(exchange)) return rejectRequest(exchange);
    if (exchange.isSignedIn || this.hasSlot(exchange)) return this.start(exchange, next);
    if (!this.canWait()) return rejectRequest(exchange);
    // The later call happens in the async context of another request.
    exchange.proceed = AsyncResource.bind(() => next());
    this.exchanges.move(exchange, 'waiting');
  };

  /** Marks the request as signed in after its credential was accepted. */
  signedIn(request: Request): void {
    const exchange = this.exchanges.of(request);
    if (!exchange || exchange.isSignedIn) return;
    this.exchanges.signIn(exchange);
    this.startWaiting();
  }

  private reasonToReject(isSignedIn: boolean): string | undefined {
    if (this.draining) return 'This instance is shutting down.';
    const delay = Math.min(...this.loopDelays);
    return delay > this.config.MAX_LOOP_DELAY / (isSignedIn ? 1 : 2) ? TOO_MANY : undefined;
  }

  private hasCapacity(exchange: Exchange): boolean {
    return !this.isFull(exchange) && this.waiters <= WAITERS_PER_CONNECTION * this.config.DATABASE_POOL_SIZE;
  }

  /** Returns whether the limit of requests in flight is reached, for this address or in total. */
  private isFull({ address }: Exchange): boolean {
    const most = this.config.MAX_REQUESTS_IN_FLIGHT;
    const inFlight = (of?: string): number =>
      this.exchanges.signedIn('working', of) + this.exchanges.strangers('working', of);
    return inFlight() >= most || inFlight(address) >= Math.max(1, most * PART_OF_ONE_ADDRESS);
  }

  private hasSlot({ address }: Exchange): boolean {
    const most = this.config.MAX_ANONYMOUS_REQUESTS_IN_FLIGHT;
    return (
      this.exchanges.strangers('working') < most &&
      this.exchanges.strangers('working', address) < Math.max(1, most * PART_OF_ONE_STRANGER) &&
      this.waiters <= WAITERS_PER_CONNECTION_OF_STRANGERS * this.config.DATABASE_POOL_SIZE
    );
  }

  private canWait(): boolean {
    return this.exchanges.strangers('waiting') < QUEUE_PER_SLOT * this.config.MAX_ANONYMOUS_REQUESTS_IN_FLIGHT;
  }

  private get waiters(): number {
    return this.queryRunner.opened?.waitingCount ?? 0;
  }

  private start(exchange: Exchange, next: () => void): void {
    this.exchanges.move(exchange, 'working');
    next();
  }

  private end(exchange: Exchange): void {
    this.exchanges.end(exchange);
    this.startWaiting();
  }

  /** Starts waiting requests in order of arrival. */
  private startWaiting(): void {
    if (this.exchanges.strangers('waiting') === 0) return;
    for (const exchange of this.exchanges.in('waiting')) {
      if (exchange.response.writableEnded) continue;
      if (!this.isFull(exchange) && this.hasSlot(exchange)) this.start(exchange, exchange.proceed ?? (() => undefined));
      else if (performance.now() - exchange.since > LONGEST_WAIT_MS) rejectRequest(exchange);
    }
  }

  private measure(): void {
    this.loopDelays = [this.loopDelays[1], this.delay.mean / 1e6];
    this.delay.reset();
    this.startWaiting();
    this.slowClients.close();
  }
}

/**
 * Rejects a request after its body was read. Closes connections without sign-in, so that rejected requests do not use
 * them up.
 */
function rejectRequest(exchange: Exchange): void {
  if (!exchange.isSignedIn) exchange.response.setHeader('Connection', 'close');
  reject(exchange, TOO_MANY);
}

function reject({ request, response }: Exchange, reason: string): void {
  answerWith({ status: 503, code: 'overloaded', detail: reason, extras: { retryAfter: 1 } }, request, response);
}
