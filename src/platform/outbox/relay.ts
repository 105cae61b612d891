import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database, isRetryable, isTooSlow, isUnavailable } from '../database/index.js';
import { PollingLoop, throttle } from '../polling/index.js';
import { EventFanOut } from './event-fan-out.js';
import { Outbox } from './outbox.js';
import { eventDeadLettered } from './outbox.events.js';
import { OutboxQueries, type Fault } from './outbox.queries.js';
import type { OutboxEvent } from './subscriber.js';

const BATCH = 200;
const IDLE_MS = 250;
const GATHER_MS = 5;

/**
 * Dispatches events from the outbox, one transaction per batch: after a crash a batch is done completely or not at all.
 * All effects are in this database, so each event takes effect once.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Relay');
  private readonly loop = new PollingLoop(() => this.relay(), {
    idleMs: IDLE_MS,
    gatherMs: GATHER_MS,
    onFailure: throttle(10_000, (error) => this.logger.warn({ err: error }, 'Events cannot be dispatched')),
  });

  constructor(
    private readonly database: Database,
    private readonly queries: OutboxQueries,
    private readonly fanOut: EventFanOut,
    private readonly outbox: Outbox,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.ROLE === 'web') return;
    this.outbox.onWritten(() => this.loop.wake());
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** Dispatches one batch. Returns whether there may be more. */
  async relay(): Promise<boolean> {
    let batch: readonly OutboxEvent[] = [];
    try {
      await this.relayBatch(BATCH, undefined, (events) => (batch = events));
    } catch (error) {
      if (batch.length === 0 || isUnavailable(error) || isTooSlow(error) || isRetryable(error)) throw error;
      for (const { id } of batch) await this.relayOne(id);
    }
    return batch.length === BATCH;
  }

  private relayBatch(
    limit: number,
    only: readonly string[] | undefined,
    taken: (events: readonly OutboxEvent[]) => void,
  ): Promise<void> {
    return this.database.write(async () => {
      if (!(await this.queries.tryLock())) return;
      const events = await this.queries.waiting(limit, only);
      taken(events);
      if (events.length === 0) return;
      const failing = await this.fanOut.fanOut(events);
      const failed = new Set(failing.map(({ event }) => event.id));
      await this.queries.markDispatched(events.filter(({ id }) => !failed.has(id)));
      await this.fail(failing.map(({ event, error }) => ({ id: event.id, error: String(error) })));
    });
  }

  /** Dispatches one event alone, after the database rejected its batch, to find the event that causes the error. */
  private async relayOne(id: string): Promise<void> {
    try {
      await this.relayBatch(1, [id], () => undefined);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      await this.database.write(() => this.fail([{ id, error: String(error) }]));
    }
  }

  private async fail(faults: readonly Fault[]): Promise<void> {
    for (const { id, type, error } of await this.queries.markFailed(faults)) {
      this.logger.error({ eventId: id, type, reason: error }, 'An event could not be dispatched and is dead-lettered');
      if (type !== eventDeadLettered.type) this.outbox.record(eventDeadLettered, id, { type, error });
    }
  }
}
