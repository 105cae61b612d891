import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, isRetryable, isTooSlow, isUnavailable, Reader } from '../../../platform/database/index.js';
import { Worker, type JobWorker, type LeasedJob, type Outcome, type Settled } from '../../../platform/jobs/index.js';
import type { IndexStatus } from '../definitions/custom-field.entity.js';
import { KnownFields } from '../values/known-fields.js';
import { AnotherBuilder, FieldIndexBuilder } from './field-index.builder.js';
import { INDEX_JOB, type IndexOrder } from './field-indexes.js';

const TRIES = 12;
const RENEW_EVERY = 15_000;

/** Builds and drops the indexes of custom fields beside the work of everybody else. */
@Worker()
@Injectable()
export class FieldIndexWorker implements JobWorker<IndexStatus | null> {
  readonly kind = INDEX_JOB;
  readonly leaseSeconds = 60;
  readonly concurrency = 1;
  readonly maxClaims = 2 * TRIES;

  constructor(
    private readonly builder: FieldIndexBuilder,
    private readonly reader: Reader,
    private readonly known: KnownFields,
    private readonly database: Database,
  ) {}

  async work(job: LeasedJob): Promise<Outcome<IndexStatus | null>> {
    const renewing = setInterval(() => void job.renew().catch(() => false), RENEW_EVERY);
    try {
      const isThere = await this.builder.bring((job.payload as IndexOrder).definitionId, job.signal);
      return { verdict: 'done', result: isThere ? 'ready' : null };
    } catch (error) {
      if (job.signal.aborted || error instanceof AnotherBuilder)
        return { verdict: 'retry', delaySeconds: job.signal.aborted ? 0 : 2, uncounted: true, result: 'building' };
      // An old transaction is in the way, or the connection broke.
      if (isTooSlow(error) || isRetryable(error) || isUnavailable(error))
        return {
          verdict: job.attempt < TRIES ? 'retry' : 'dead',
          delaySeconds: Math.min(60, 2 ** job.attempt),
          error: String(error),
          result: job.attempt < TRIES ? 'building' : 'failed',
        };
      return {
        verdict: job.attempt < 3 ? 'retry' : 'dead',
        delaySeconds: 5,
        error: String(error),
        result: job.attempt < 3 ? 'building' : 'failed',
      };
    } finally {
      clearInterval(renewing);
    }
  }

  async settle(settled: readonly Settled<IndexStatus | null>[]): Promise<void> {
    for (const { job, outcome } of settled) await this.say([job.refId], outcome.result ?? null);
  }

  bury(refIds: readonly string[]): Promise<void> {
    return this.say(refIds, 'failed');
  }

  cancelled(refIds: readonly string[]): Promise<void> {
    return this.say(refIds, 'failed');
  }

  /** Only to the definition that still waits for this very job. */
  private async say(jobIds: readonly string[], status: IndexStatus | null): Promise<void> {
    if (status === 'building') return;
    await this.reader.rows(sql`
      update custom_field_definitions set index_status = ${status}, version = version + 1, updated_at = now()
      where index_job_id = any(${[...jobIds]}::uuid[]) and index_status is distinct from ${status}::varchar and (${status}::varchar is null or (is_filterable and archived_at is null))`);
    this.database.afterCommit(() => this.known.forget());
  }
}
