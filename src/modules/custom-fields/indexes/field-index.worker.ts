import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, isRetryable, isTooSlow, isUnavailable, QueryRunner } from '../../../platform/database/index.js';
import { Worker, type JobWorker, type LeasedJob, type JobOutcome, type Settled } from '../../../platform/jobs/index.js';
import type { IndexStatus } from '../definitions/custom-field.entity.js';
import { KnownFields } from '../values/known-fields.js';
import { AnotherBuilder, FieldIndexBuilder } from './field-index.builder.js';
import { INDEX_JOB, type IndexOrder } from './field-indexes.js';

const TRIES = 12;
const RENEW_EVERY = 15_000;

/** Builds and drops the indexes of custom fields without blocking writes. */
@Worker()
@Injectable()
export class FieldIndexWorker implements JobWorker<IndexStatus | null> {
  readonly kind = INDEX_JOB;
  readonly leaseSeconds = 60;
  readonly concurrency = 1;
  readonly maxClaims = 2 * TRIES;

  constructor(
    private readonly builder: FieldIndexBuilder,
    private readonly queryRunner: QueryRunner,
    private readonly known: KnownFields,
    private readonly database: Database,
  ) {}

  async work(job: LeasedJob): Promise<JobOutcome<IndexStatus | null>> {
    const renewing = setInterval(() => void job.renew().catch(() => false), RENEW_EVERY);
    try {
      const isThere = await this.builder.ensure((job.payload as IndexOrder).definitionId, job.signal);
      return { status: 'done', result: isThere ? 'ready' : null };
    } catch (error) {
      if (job.signal.aborted || error instanceof AnotherBuilder)
        return { status: 'retry', delaySeconds: job.signal.aborted ? 0 : 2, uncounted: true, result: 'building' };
      // An old transaction blocks the build, or the connection was lost.
      if (isTooSlow(error) || isRetryable(error) || isUnavailable(error))
        return {
          status: job.attempt < TRIES ? 'retry' : 'dead',
          delaySeconds: Math.min(60, 2 ** job.attempt),
          error: String(error),
          result: job.attempt < TRIES ? 'building' : 'failed',
        };
      return {
        status: job.attempt < 3 ? 'retry' : 'dead',
        delaySeconds: 5,
        error: String(error),
        result: job.attempt < 3 ? 'building' : 'failed',
      };
    } finally {
      clearInterval(renewing);
    }
  }

  async commitResults(settled: readonly Settled<IndexStatus | null>[]): Promise<void> {
    for (const { job, outcome } of settled) await this.setStatus([job.refId], outcome.result ?? null);
  }

  deadLetter(refIds: readonly string[]): Promise<void> {
    return this.setStatus(refIds, 'failed');
  }

  cancelled(refIds: readonly string[]): Promise<void> {
    return this.setStatus(refIds, 'failed');
  }

  /** Updates only definitions that still wait for one of these jobs. */
  private async setStatus(jobIds: readonly string[], status: IndexStatus | null): Promise<void> {
    if (status === 'building') return;
    await this.queryRunner.rows(sql`
      update custom_field_definitions set index_status = ${status}, version = version + 1, updated_at = now()
      where index_job_id = any(${[...jobIds]}::uuid[]) and index_status is distinct from ${status}::varchar
        and (${status}::varchar is null or (is_filterable and archived_at is null))`);
    this.database.afterCommit(() => this.known.forget());
  }
}
