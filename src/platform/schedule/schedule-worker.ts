import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../kernel/events.js';
import { Reader } from '../database/index.js';
import { holding, Worker, type JobWorker, type LeasedJob, type Outcome, type Settled } from '../jobs/index.js';
import type { ScheduledJobFailed } from './schedule.dto.js';
import { scheduledJobFailed, scheduledJobId } from './schedule.events.js';
import { SCHEDULED_KIND } from './schedule-runs.js';
import { ScheduledJobs } from './scheduled-jobs.js';
import { Tempo } from './tempo.js';

/** How one attempt at a run ended. */
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

/** Runs what is due. A run whose process died is run again when its lease has ended. */
@Injectable()
@Worker()
export class ScheduleWorker implements JobWorker<RunEnd> {
  readonly kind = SCHEDULED_KIND;
  readonly concurrency = 4;
  readonly maxClaims = 3;

  constructor(
    private readonly reader: Reader,
    private readonly jobs: ScheduledJobs,
    private readonly events: Events,
    private readonly tempo: Tempo,
  ) {}

  get leaseSeconds(): number {
    return this.tempo.leaseSeconds;
  }

  async work(job: LeasedJob): Promise<Outcome<RunEnd>> {
    const run = await this.begin(job);
    // Its history was deleted: there is nothing to run it for.
    if (!run) return { verdict: 'done', result: { status: 'failed' } };
    try {
      const result = await this.call(run, job);
      return { verdict: 'done', result: { status: 'succeeded', ...(result && { result: small(result) }) } };
    } catch (error) {
      return this.failed(job, error);
    }
  }

  async settle(settled: readonly Settled<RunEnd | undefined>[]): Promise<void> {
    const ends = settled.map(({ job, outcome }) => ({ id: job.refId, ...endOf(outcome) }));
    await this.reader.rows(sql`
      update scheduled_job_runs r set status = e.status, result = nullif(e.result, 'null'), error = e.error, finished_at = case when e.status <> 'waiting' then now() end
      from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e (id uuid, status varchar, result jsonb, error text) where r.id = e.id`);
    await this.tell(ends.filter(({ status }) => status === 'failed').map(({ id }) => id));
  }

  async bury(refIds: readonly string[]): Promise<void> {
    await this.reader.rows(sql`
      update scheduled_job_runs set status = 'failed', error = coalesce(error, 'The process that ran it ended before it did.'), finished_at = now() where id = any(${[...refIds]}::uuid[])`);
    await this.tell(refIds);
  }

  async cancelled(refIds: readonly string[]): Promise<void> {
    await this.reader.rows(
      sql`update scheduled_job_runs set status = 'skipped', error = 'It was taken out of the queue.', finished_at = now() where id = any(${[...refIds]}::uuid[])`,
    );
  }

  private begin({ refId, attempt }: LeasedJob): Promise<Run | undefined> {
    return this.reader.row<Run>(sql`
      update scheduled_job_runs set status = 'running', attempts = ${attempt}, started_at = now(), finished_at = null, result = null where id = ${refId}
      returning name, slot_at as "slotAt"`);
  }

  /** The lease is held for as long as the method runs; when it is lost, somebody else is at work. */
  private async call({ name, slotAt }: Run, job: LeasedJob): Promise<object | void> {
    const declared = this.jobs.find(name);
    if (!declared) throw new Error(`This build knows no scheduled job ${name}`);
    return holding(job, this.tempo.renewMs, (signal) => declared.run({ slotAt: new Date(slotAt), signal }));
  }

  private failed({ attempt, signal }: LeasedJob, reason: unknown): Outcome<RunEnd> {
    const error = String(reason instanceof Error ? reason.message : reason)
      .replaceAll('\0', '')
      .slice(0, LONGEST_ERROR)
      .toWellFormed();
    // Stopped by the end of the process: that says nothing of the job.
    if (signal.aborted)
      return { verdict: 'retry', uncounted: true, delaySeconds: 0, error, result: { status: 'waiting', error } };
    const delaySeconds = this.tempo.retryDelays[attempt - 1];
    if (delaySeconds !== undefined)
      return { verdict: 'retry', delaySeconds, error, result: { status: 'waiting', error } };
    return { verdict: 'dead', error, result: { status: 'failed', error } };
  }

  private async tell(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const runs = await this.reader.rows<Failed>(sql`
      select name, id as "runId", slot_at as "slotAt", attempts, error from scheduled_job_runs where id = any(${[...ids]}::uuid[])`);
    for (const run of runs)
      this.events.record(scheduledJobFailed, scheduledJobId(run.name), { ...run, error: run.error ?? '' });
  }
}

/** What `work` itself threw, because the database was away, has no result. */
const endOf = ({ verdict, result, error }: Outcome<RunEnd | undefined>) => ({
  status: result?.status ?? (verdict === 'retry' ? 'waiting' : 'failed'),
  result: result?.result ?? null,
  error: result?.error ?? error?.slice(0, LONGEST_ERROR) ?? null,
});

const small = (result: object): object =>
  JSON.stringify(result).length <= LONGEST_RESULT ? result : { truncated: true };
