import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database, isRetryable, isTooSlow, isUnavailable } from '../database/index.js';
import { Loop, onceIn } from '../loop/index.js';
import { EventFanOut } from './fan-out.js';
import { Outbox } from './outbox.js';
import { eventParked } from './outbox.events.js';
import { OutboxQueries, type Fault } from './outbox.queries.js';
import type { OutboxEvent } from './subscriber.js';

const BATCH = 200;
const IDLE_MS = 250;
const GATHER_MS = 5;

/**
 * Passes events on, from the outbox to what follows from them, in one transaction for a batch: killed at any moment, it
 * has done all or nothing, and the next one takes over. At least once would do; as it only writes to this database, it is once.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Relay');
  private readonly loop = new Loop(() => this.relay(), {
    idleMs: IDLE_MS,
    gatherMs: GATHER_MS,
    onFailure: onceIn(10_000, (error) => this.logger.warn({ err: error }, 'Events cannot be passed on')),
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

  /** One batch. Says whether there may be more. */
  async relay(): Promise<boolean> {
    let batch: readonly OutboxEvent[] = [];
    try {
      await this.pass(BATCH, undefined, (events) => (batch = events));
    } catch (error) {
      if (batch.length === 0 || isUnavailable(error) || isTooSlow(error) || isRetryable(error)) throw error;
      for (const { id } of batch) await this.passAlone(id);
    }
    return batch.length === BATCH;
  }

  private pass(
    limit: number,
    only: readonly string[] | undefined,
    taken: (events: readonly OutboxEvent[]) => void,
  ): Promise<void> {
    return this.database.write(async () => {
      if (!(await this.queries.isMyTurn())) return;
      const events = await this.queries.waiting(limit, only);
      taken(events);
      if (events.length === 0) return;
      const choked = await this.fanOut.spread(events);
      const failed = new Set(choked.map(({ event }) => event.id));
      await this.queries.markDispatched(events.filter(({ id }) => !failed.has(id)));
      await this.fail(choked.map(({ event, error }) => ({ id: event.id, error: String(error) })));
    });
  }

  /** The database refused something in the batch: whose fault it was shows when each goes alone. */
  private async passAlone(id: string): Promise<void> {
    try {
      await this.pass(1, [id], () => undefined);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      await this.database.write(() => this.fail([{ id, error: String(error) }]));
    }
  }

  private async fail(faults: readonly Fault[]): Promise<void> {
    for (const { id, type, error } of await this.queries.markFailed(faults)) {
      this.logger.error({ eventId: id, type, reason: error }, 'An event could not be passed on and is parked');
      if (type !== eventParked.type) this.outbox.record(eventParked, id, { type, error });
    }
  }
}
