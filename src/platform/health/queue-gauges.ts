import { Gauge, type Registry } from 'prom-client';
import type { QueryRunner } from '../database/index.js';
import { kindsQuery, outboxQuery, type KindRow, type OutboxRow } from './queue-state.js';

const PATIENCE_MS = 1_000;

/**
 * Gauges for the lag of queue and outbox, read at each scrape. If the database is not available, only these series are
 * absent.
 */
export class QueueGauges {
  private readonly ready: Gauge<'kind'>;
  private readonly lag: Gauge<'kind'>;
  private readonly dead: Gauge<'kind'>;
  private readonly outboxLag: Gauge;
  private readonly deadLettered: Gauge;

  constructor(
    private readonly queryRunner: QueryRunner,
    registry: Registry,
  ) {
    const registers = [registry];
    this.ready = new Gauge({
      name: 'kontor_jobs_ready',
      help: 'Jobs that are due and wait',
      labelNames: ['kind'],
      registers,
    });
    this.lag = new Gauge({
      name: 'kontor_job_lag_seconds',
      help: 'Seconds that the oldest due job has waited',
      labelNames: ['kind'],
      registers,
    });
    this.dead = new Gauge({
      name: 'kontor_jobs_dead',
      help: 'Jobs that were given up',
      labelNames: ['kind'],
      registers,
    });
    this.outboxLag = new Gauge({
      name: 'kontor_outbox_lag_seconds',
      help: 'Seconds that the oldest event has waited for its delivery',
      registers,
    });
    this.deadLettered = new Gauge({
      name: 'kontor_outbox_dead_lettered',
      help: 'Events that were set aside because their subscribers failed',
      registers,
    });
  }

  async refresh(): Promise<void> {
    for (const gauge of [this.outboxLag, this.deadLettered]) gauge.remove();
    for (const gauge of [this.ready, this.lag, this.dead]) gauge.reset();
    const state = await this.state();
    if (!state) return;
    for (const { kind, ready, lagSeconds, dead } of state.kinds) {
      this.ready.set({ kind }, ready);
      this.lag.set({ kind }, lagSeconds);
      this.dead.set({ kind }, dead);
    }
    this.outboxLag.set(state.outbox.lagSeconds);
    this.deadLettered.set(state.outbox.deadLettered);
  }

  private async state(): Promise<{ kinds: KindRow[]; outbox: OutboxRow } | undefined> {
    const read = Promise.all([
      this.queryRunner.rows<KindRow>(kindsQuery()),
      this.queryRunner.rows<OutboxRow>(outboxQuery()),
    ]).then(
      ([kinds, [outbox]]) => outbox && { kinds, outbox },
      () => undefined,
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE_MS)));
    return Promise.race([read, late]).finally(() => clearTimeout(timer));
  }
}
