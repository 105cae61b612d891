import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../../kernel/events.js';
import type { ErasureLine } from '../../../kernel/records/retention.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  withLeaseRenewal,
  JobRuns,
  Worker,
  type JobWorker,
  type LeasedJob,
  type JobOutcome,
  type Settled,
} from '../../../platform/jobs/index.js';
import { erasureCompleted } from '../retention.events.js';
import { ErasureSteps } from './erasure-steps.js';
import { ERASE } from './erasures.service.js';

/** Outcome of an erasure; undefined if the erasure continues. */
type End = 'done' | 'cancelled' | undefined;

interface Request {
  readonly report: readonly ErasureLine[];
}

const LEASE_SECONDS = 30;
const RENEW_MS = 10_000;
const WIPED = sql`email = null, phone = null, records = null, completed_at = now()`;

/** Erases the data of one person in steps. At the end, the personal data in the request is removed too. */
@Worker()
@Injectable()
export class ErasureWorker implements JobWorker<End> {
  readonly kind = ERASE;
  readonly leaseSeconds = LEASE_SECONDS;
  readonly concurrency = 1;
  readonly maxClaims = 20;

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly runs: JobRuns,
    private readonly steps: ErasureSteps,
    private readonly events: Events,
  ) {}

  work(job: LeasedJob): Promise<JobOutcome<End>> {
    return withLeaseRenewal(job, RENEW_MS, (signal) => this.runSteps(job.refId, signal));
  }

  async commitResults(settled: readonly Settled<End>[]): Promise<void> {
    for (const { job, outcome } of settled) {
      if (outcome.result === 'done') await this.complete(job.refId);
      else if (outcome.result === 'cancelled') await this.end([job.refId], 'cancelled');
      else if (outcome.status === 'dead') await this.end([job.refId], 'failed');
    }
  }

  deadLetter(refIds: readonly string[]): Promise<void> {
    return this.end(refIds, 'failed');
  }

  cancelled(refIds: readonly string[]): Promise<void> {
    return this.end(refIds, 'cancelled');
  }

  /** A cancellation takes effect only before the first step. */
  private async runSteps(id: string, signal: AbortSignal): Promise<JobOutcome<End>> {
    const { names } = this.steps;
    for (const [index, step] of names.entries()) {
      const { isCancelled } = await this.runs.progress(id, index, names.length);
      if (isCancelled && index === 0) return { status: 'done', result: 'cancelled' };
      if (signal.aborted) return { status: 'retry', delaySeconds: 0, uncounted: true, result: undefined };
      await this.steps.take(id, step, signal);
    }
    return { status: 'done', result: 'done' };
  }

  private async complete(id: string): Promise<void> {
    const request = await this.queryRunner.row<Request>(sql`
      update erasure_requests set status = case when report @> '[{"reason": "legal-hold"}]' then 'held' else 'completed'
        end, ${WIPED} where id = ${id}::uuid and completed_at is null returning report`);
    if (!request) return;
    const sum = (...fields: ('removed' | 'anonymised' | 'retained')[]) =>
      request.report.reduce((all, line) => all + fields.reduce((of, name) => of + line[name], 0), 0);
    const status = request.report.some(({ reason }) => reason === 'legal-hold') ? 'held' : 'completed';
    const facts = { id, status, erased: sum('removed', 'anonymised'), retained: sum('retained') } as const;
    this.events.record(erasureCompleted, id, facts);
    await this.runs.progress(id, this.steps.names.length, this.steps.names.length);
    await this.runs.finish(id, {
      status: 'succeeded',
      result: { status, erased: facts.erased, retained: facts.retained },
    });
  }

  /** Ends the requests and removes their personal data. The remaining work needs a new request. */
  private async end(ids: readonly string[], status: 'failed' | 'cancelled'): Promise<void> {
    await this.queryRunner.rows(
      sql`update erasure_requests set status = ${status}, ${WIPED} where id = any(${[...ids]}::uuid[]) and completed_at
        is null`,
    );
    for (const id of ids)
      await this.runs.finish(id, { status, ...(status === 'failed' && { error: 'It failed too often.' }) });
  }
}
