import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { NotFound } from '../../kernel/errors.js';
import { Config } from '../config/index.js';
import { Reader } from '../database/index.js';
import { QueueGauges } from './queue-gauges.js';

/** What Prometheus reads: the process, the pool, and how long requests take by route and status. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'kontor_http_request_duration_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  private readonly queue: QueueGauges;

  constructor(
    private readonly config: Config,
    private readonly reader: Reader,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.watch();
    this.queue = new QueueGauges(reader, this.registry);
  }

  /** Measures every request; routes by their pattern, so that ids do not make new series. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    response.once('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
      this.durations.observe(
        { method: request.method, route, status: response.statusCode },
        Number(process.hrtime.bigint() - started) / 1e9,
      );
    });
    next();
  };

  /** From this machine, or with METRICS_TOKEN as bearer; to everybody else there is nothing here. */
  async read(request: Request): Promise<string> {
    if (!this.allows(request)) throw new NotFound('route-not-found', 'There is nothing at this address.');
    await this.queue.refresh();
    return this.registry.metrics();
  }

  private allows(request: Request): boolean {
    const { METRICS_TOKEN: token } = this.config;
    if (!token) return /^(::1|(::ffff:)?127\.)/.test(request.ip ?? '');
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  private watch(): void {
    const { reader } = this;
    const gauge = (name: string, help: string, read: (pool: pg.Pool) => number) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect() {
          this.set(reader.opened ? read(reader.opened) : 0);
        },
      });
    gauge('kontor_pool_connections', 'Connections to the database', (pool) => pool.totalCount);
    gauge('kontor_pool_idle', 'Connections without work', (pool) => pool.idleCount);
    gauge('kontor_pool_waiting', 'Requests that wait for a connection', (pool) => pool.waitingCount);
  }
}
