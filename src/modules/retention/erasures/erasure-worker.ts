import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../../kernel/events.js';
import type { ErasureLine } from '../../../kernel/retention.js';
import { Reader } from '../../../platform/database/index.js';
import {
  holding,
  JobRuns,
  Worker,
  type JobWorker,
  type LeasedJob,
  type Outcome,
  type Settled,
} from '../../../platform/jobs/index.js';
import { erasureCompleted } from '../retention.events.js';
import { ErasureSteps } from './erasure-steps.js';
import { ERASE } from './erasures.service.js';

/** How an erasure ended; undefined where it goes on. */
type End = 'done' | 'cancelled' | undefined;

interface Request {
  readonly report: readonly ErasureLine[];
}

const LEASE_SECONDS = 30;
const RENEW_MS = 10_000;
const WIPED = sql`email = null, phone = null, records = null, completed_at = now()`;

/** Erases one person, step by step. When all is done, the request forgets who it was. */
@Worker()
@Injectable()
export class ErasureWorker implements JobWorker<End> {
  readonly kind = ERASE;
  readonly leaseSeconds = LEASE_SECONDS;
  readonly concurrency = 1;
  readonly maxClaims = 20;

  constructor(
    private readonly reader: Reader,
    private readonly runs: JobRuns,
    private readonly steps: ErasureSteps,
    private readonly events: Events,
  ) {}

  work(job: LeasedJob): Promise<Outcome<End>> {
    return holding(job, RENEW_MS, (signal) => this.walk(job.refId, signal));
  }

  async settle(settled: readonly Settled<End>[]): Promise<void> {
    for (const { job, outcome } of settled) {
      if (outcome.result === 'done') await this.complete(job.refId);
      else if (outcome.result === 'cancelled') await this.end([job.refId], 'cancelled');
      else if (outcome.verdict === 'dead') await this.end([job.refId], 'failed');
    }
  }

  bury(refIds: readonly string[]): Promise<void> {
    return this.end(refIds, 'failed');
  }

  cancelled(refIds: readonly string[]): Promise<void> {
    return this.end(refIds, 'cancelled');
  }

  /** It can be called off as long as nothing was removed. */
  private async walk(id: string, signal: AbortSignal): Promise<Outcome<End>> {
    const { names } = this.steps;
    for (const [index, step] of names.entries()) {
      const { isCancelled } = await this.runs.progress(id, index, names.length);
      if (isCancelled && index === 0) return { verdict: 'done', result: 'cancelled' };
      if (signal.aborted) return { verdict: 'retry', delaySeconds: 0, uncounted: true, result: undefined };
      await this.steps.take(id, step, signal);
    }
    return { verdict: 'done', result: 'done' };
  }

  private async complete(id: string): Promise<void> {
    const request = await this.reader.row<Request>(sql`
      update erasure_requests set status = case when report @> '[{"reason": "legal-hold"}]' then 'held' else 'completed' end, ${WIPED} where id = ${id}::uuid and completed_at is null returning report`);
    if (!request) return;
    const sum = (...fields: ('removed' | 'anonymised' | 'kept')[]) =>
      request.report.reduce((all, line) => all + fields.reduce((of, name) => of + line[name], 0), 0);
    const status = request.report.some(({ reason }) => reason === 'legal-hold') ? 'held' : 'completed';
    const facts = { id, status, erased: sum('removed', 'anonymised'), kept: sum('kept') } as const;
    this.events.record(erasureCompleted, id, facts);
    await this.runs.progress(id, this.steps.names.length, this.steps.names.length);
    await this.runs.finish(id, { status: 'succeeded', result: { status, erased: facts.erased, kept: facts.kept } });
  }

  /** What was not done is for a new request; this one forgets who it was about all the same. */
  private async end(ids: readonly string[], status: 'failed' | 'cancelled'): Promise<void> {
    await this.reader.rows(
      sql`update erasure_requests set status = ${status}, ${WIPED} where id = any(${[...ids]}::uuid[]) and completed_at is null`,
    );
    for (const id of ids)
      await this.runs.finish(id, { status, ...(status === 'failed' && { error: 'It failed time and again.' }) });
  }
}
