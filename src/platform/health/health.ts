import { Injectable } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { pendingMigrations, QueryRunner } from '../database/index.js';
import type { ReadinessView } from './health.dto.js';
import { StorageCheck } from './storage-check.js';

const PATIENCE_MS = 500;

/** Checks whether this instance can serve requests. */
@Injectable()
export class Health {
  private migrated = false;
  private lagSeconds: number | null = null;
  private asked: Promise<ReadinessView> | undefined;

  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly queryRunner: QueryRunner,
    private readonly orm: MikroORM,
    private readonly storage: StorageCheck,
  ) {}

  /** Concurrent calls share one database query, because this route has no rate limit. */
  readiness(): Promise<ReadinessView> {
    this.asked ??= this.check().finally(() => (this.asked = undefined));
    return this.asked;
  }

  private async check(): Promise<ReadinessView> {
    const up = await this.run();
    const storage = await this.storage.hasSpace();
    return {
      status: up.database && up.migrations && storage ? 'ok' : 'error',
      ...up,
      storage,
      outboxLagSeconds: up.database ? this.lagSeconds : null,
    };
  }

  private async run(): Promise<{ database: boolean; migrations: boolean }> {
    try {
      await this.checks.check([() => this.database(), () => this.migrations()]);
      return { database: true, migrations: true };
    } catch (error) {
      const details = (error as { response?: { details?: Record<string, { status: string }> } }).response?.details;
      return { database: details?.['database']?.status === 'up', migrations: details?.['migrations']?.status === 'up' };
    }
  }

  private async database(): Promise<HealthIndicatorResult> {
    const check = this.indicators.check('database');
    try {
      const row = await within(
        PATIENCE_MS,
        this.queryRunner.row<{ lag: number | null }>(sql`
        select greatest(0, floor(extract(epoch from now() - occurred_at)))::int as lag from events where dispatched_at
          is null and dead_lettered_at is null order by sequence limit 1`),
      );
      this.lagSeconds = row?.lag ?? null;
      return check.up();
    } catch {
      return check.down();
    }
  }

  // A migrated database stays migrated: after a first success the database is not queried again.
  private async migrations(): Promise<HealthIndicatorResult> {
    const check = this.indicators.check('migrations');
    try {
      this.migrated ||= (await within(PATIENCE_MS, pendingMigrations(this.orm))).length === 0;
      return this.migrated ? check.up() : check.down();
    } catch {
      return check.down();
    }
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>(
    (_, reject) => (timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds)),
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
