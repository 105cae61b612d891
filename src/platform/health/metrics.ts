import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { NotFoundError } from '../../kernel/errors.js';
import { Config } from '../config/index.js';
import { QueryRunner, storageState } from '../database/index.js';
import { QueueGauges } from './queue-gauges.js';
import { StorageCheck } from './storage-check.js';

const LOOPBACK_ADDRESS = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
/** Headers of proxies. Behind a local proxy, all requests seem to come from this machine. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/** Checks the host too: a web page can resolve its own name to 127.0.0.1 (DNS rebinding). */
function isFromThisMachine({ headers, socket }: Request, publicUrl: string | undefined): boolean {
  const host = headers.host ?? '';
  const isOwnHost =
    LOOPBACK_HOST.test(host) || (publicUrl !== undefined && host.toLowerCase() === new URL(publicUrl).host);
  return (
    LOOPBACK_ADDRESS.test(socket.remoteAddress ?? '') &&
    isOwnHost &&
    PROXY_HEADERS.every((name) => headers[name] === undefined)
  );
}

/** Metrics for Prometheus: the process, the pool, and the request times by route and status. */
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
    private readonly queryRunner: QueryRunner,
    private readonly storage: StorageCheck,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.watchStorage();
    this.watchPool();
    this.queue = new QueueGauges(queryRunner, this.registry);
  }

  /** Measures every request. The label is the pattern of the route, so that ids do not create new series. */
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

  /** Returns the metrics to this machine or with METRICS_TOKEN. Other callers get 404. */
  async read(request: Request): Promise<string> {
    if (!this.allows(request)) throw new NotFoundError('route-not-found', 'This path does not exist.');
    await this.queue.refresh();
    return this.registry.metrics();
  }

  private allows(request: Request): boolean {
    const { METRICS_TOKEN: token } = this.config;
    if (!token) return isFromThisMachine(request, this.config.PUBLIC_URL);
    const sent = Buffer.from(request.headers.authorization ?? '');
    const expected = Buffer.from(`Bearer ${token}`);
    return sent.length === expected.length && timingSafeEqual(sent, expected);
  }

  private watchStorage(): void {
    this.gauge(
      'kontor_storage_full',
      '1 from a write that failed because the disk is full until a write succeeds',
      () => (storageState.isFull ? 1 : 0),
    );
    this.gauge(
      'kontor_storage_full_failures',
      'Writes that failed because the disk is full, since the process began',
      () => storageState.failures,
    );
    this.gauge('kontor_data_dir_free_bytes', 'Free bytes on the disk of DATA_DIR', () => this.storage.freeBytes());
  }

  private watchPool(): void {
    const read = (of: (pool: pg.Pool) => number) => (): number => {
      const pool = this.queryRunner.opened;
      return pool ? of(pool) : 0;
    };
    this.gauge(
      'kontor_pool_connections',
      'Connections to the database',
      read((pool) => pool.totalCount),
    );
    this.gauge(
      'kontor_pool_idle',
      'Connections without work',
      read((pool) => pool.idleCount),
    );
    this.gauge(
      'kontor_pool_waiting',
      'Requests that wait for a connection',
      read((pool) => pool.waitingCount),
    );
  }

  /** Adds a gauge that is read when the metrics are requested. */
  private gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const registers = [this.registry];
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  }
}
