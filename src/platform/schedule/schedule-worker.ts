import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../kernel/events.js';
import { QueryRunner } from '../database/index.js';
import {
  withLeaseRenewal,
  Worker,
  type JobWorker,
  type LeasedJob,
  type JobOutcome,
  type Settled,
} from '../jobs/index.js';
import type { ScheduledJobFailed } from './schedule.dto.js';
import { scheduledJobFailed, scheduledJobId } from './schedule.events.js';
import { SCHEDULED_KIND } from './schedule-runs.js';
import { ScheduledJobs } from './scheduled-jobs.js';
import { ScheduleTiming } from './schedule-timing.js';

/** The result of one attempt of a run. */
interface RunEnd {
  readonly status: 'succeeded' | 'failed' | 'waiting';
  readonly result?: object;
  readonly error?: string;
}

interface Run {
  readonly name: string;
  readonly slotAt: string;
}

type Failed = Omit<ScheduledJobFailed, 'error'> & { readonly error: string | null };

const LONGEST_ERROR = 2_000;
const LONGEST_RESULT = 8_000;

/** Runs the due jobs. If a process ends during a run, the run is repeated after its lease. */
@Injectable()
@Worker()
export class ScheduleWorker implements JobWorker<RunEnd> {
  readonly kind = SCHEDULED_KIND;
  readonly concurrency = 4;
  readonly maxClaims = 3;

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly jobs: ScheduledJobs,
    private readonly events: Events,
    private readonly timing: ScheduleTiming,
  ) {}

  get leaseSeconds(): number {
    return this.timing.leaseSeconds;
  }

  async work(job: LeasedJob): Promise<JobOutcome<RunEnd>> {
    const run = await this.begin(job);
    // The history was deleted, so there is no run to do.
    if (!run) return { status: 'done', result: { status: 'failed' } };
    try {
      const result = await this.call(run, job);
      return { status: 'done', result: { status: 'succeeded', ...(result && { result: small(result) }) } };
    } catch (error) {
      return this.failed(job, error);
    }
  }

  async commitResults(settled: readonly Settled<RunEnd | undefined>[]): Promise<void> {
    const ends = settled.map(({ job, outcome }) => ({ id: job.refId, ...endOf(outcome) }));
    await this.queryRunner.rows(sql`
      update scheduled_job_runs r set status = e.status, result = nullif(e.result, 'null'), error = e.error, finished_at
        = case when e.status <> 'waiting' then now() end
      from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e (id uuid, status varchar, result jsonb, error text)
        where r.id = e.id`);
    await this.recordFailures(ends.filter(({ status }) => status === 'failed').map(({ id }) => id));
  }

  async deadLetter(refIds: readonly string[]): Promise<void> {
    await this.queryRunner.rows(sql`
      update scheduled_job_runs set status = 'failed', error = coalesce(error,
        'The process ended during the run.'), finished_at = now() where id = any(${[...refIds]}::uuid[])`);
    await this.recordFailures(refIds);
  }

  async cancelled(refIds: readonly string[]): Promise<void> {
    await this.queryRunner.rows(
      sql`update scheduled_job_runs set status = 'skipped', error = 'The job was cancelled.', finished_at
        = now() where id = any(${[...refIds]}::uuid[])`,
    );
  }

  private begin({ refId, attempt }: LeasedJob): Promise<Run | undefined> {
    return this.queryRunner.row<Run>(sql`
      update scheduled_job_runs set status = 'running', attempts = ${attempt}, started_at = now(), finished_at = null,
        result = null where id = ${refId}
      returning name, slot_at as "slotAt"`);
  }

  /** Holds the lease while the method runs. When the lease is lost, another process has the run. */
  private async call({ name, slotAt }: Run, job: LeasedJob): Promise<object | void> {
    const declared = this.jobs.find(name);
    if (!declared) throw new Error(`This build has no scheduled job ${name}`);
    return withLeaseRenewal(job, this.timing.renewMs, (signal) => declared.run({ slotAt: new Date(slotAt), signal }));
  }

  private failed({ attempt, signal }: LeasedJob, reason: unknown): JobOutcome<RunEnd> {
    const error = String(reason instanceof Error ? reason.message : reason)
      .replaceAll('\0', '')
      .slice(0, LONGEST_ERROR)
      .toWellFormed();
    // The end of the process stopped the run, which does not count as a failure.
    if (signal.aborted)
      return { status: 'retry', uncounted: true, delaySeconds: 0, error, result: { status: 'waiting', error } };
    const delaySeconds = this.timing.retryDelays[attempt - 1];
    if (delaySeconds !== undefined)
      return { status: 'retry', delaySeconds, error, result: { status: 'waiting', error } };
    return { status: 'dead', error, result: { status: 'failed', error } };
  }

  private async recordFailures(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const runs = await this.queryRunner.rows<Failed>(sql`
      select name, id as "runId", slot_at as "slotAt", attempts, error from scheduled_job_runs
        where id = any(${[...ids]}::uuid[])`);
    for (const run of runs)
      this.events.record(scheduledJobFailed, scheduledJobId(run.name), { ...run, error: run.error ?? '' });
  }
}

/** An error of `work` itself, such as a missing database, has no result. */
const endOf = ({ status: outcome, result, error }: JobOutcome<RunEnd | undefined>) => ({
  status: result?.status ?? (outcome === 'retry' ? 'waiting' : 'failed'),
  result: result?.result ?? null,
  error: result?.error ?? error?.slice(0, LONGEST_ERROR) ?? null,
});

const small = (result: object): object =>
  JSON.stringify(result).length <= LONGEST_RESULT ? result : { truncated: true };
