import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, QueryRunner } from '../database/index.js';
import type { JobPriority } from './job.js';

export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly refId: string;
  readonly group: string;
  readonly priority: JobPriority;
  readonly payload: unknown;
  readonly attempt: number;
  readonly leaseToken: string;
  readonly createdAt: string;
}

/** The number of jobs of a kind that this process can take now. */
export interface ClaimRequest {
  readonly kind: string;
  readonly free: number;
  readonly leaseSeconds: number;
}

/** The new values of a job row after an attempt. */
export interface Ending {
  readonly id: string;
  readonly leaseToken: string;
  readonly status: 'done' | 'retry' | 'dead';
  readonly delaySeconds: number;
  readonly error: string | null;
  readonly isCounted: boolean;
}

export interface GroupReport {
  readonly group: string;
  readonly hasSucceeded: boolean;
  /** Failures after the last success in this report. */
  readonly failures: number;
  readonly pauseSeconds: number;
}

const MAX_ERROR = 1_000;

/** The SQL statements of the queue. All times come from the clock of the database. */
@Injectable()
export class JobQueue {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
  ) {}

  claim(requests: readonly ClaimRequest[]): Promise<ClaimedJob[]> {
    return this.queryRunner.rows<ClaimedJob>(sql`
      select id, kind, ref_id as "refId", group_key as "group", priority, payload, attempts as attempt, lease_token
        as "leaseToken", created_at as "createdAt"
      from claim_jobs(${requests.map(({ kind }) => kind)}::varchar[], ${requests.map(({ free }) => free)}::int[],
        ${requests.map(({ leaseSeconds }) => leaseSeconds)}::int[])`);
  }

  /**
   * Returns the jobs that still have this lease, locked until the transaction ends. The order of ids prevents deadlocks
   * of two flushes.
   */
  async held(endings: readonly { readonly id: string; readonly leaseToken: string }[]): Promise<Set<string>> {
    const rows = await this.queryRunner.rows<{ id: string }>(sql`
      select j.id from jobs j join jsonb_to_recordset(${JSON.stringify(endings)}::jsonb)
        as given (id uuid, "leaseToken" uuid) on given.id = j.id and given."leaseToken" = j.lease_token
      order by j.id for update of j`);
    return new Set(rows.map(({ id }) => id));
  }

  async end(endings: readonly Ending[]): Promise<void> {
    const ids = (outcome: Ending['status']) =>
      endings.filter((ending) => ending.status === outcome).map(({ id }) => id);
    const retried = endings
      .filter(({ status: outcome }) => outcome === 'retry')
      .map((ending) => ({ ...ending, error: ending.error?.slice(0, MAX_ERROR) ?? null }));
    if (retried.length > 0) {
      await this.queryRunner.rows(sql`
        update jobs j set lease_token = null, lease_until = null, run_at = now() + make_interval(secs
          => given."delaySeconds"), waits_since = now(), last_error = given.error,
          attempts = j.attempts - case when given."isCounted" then 0 else 1 end
        from jsonb_to_recordset(${JSON.stringify(retried)}::jsonb)
          as given (id uuid, "delaySeconds" double precision, error text, "isCounted" boolean) where j.id = given.id`);
    }
    if (ids('dead').length > 0) await this.deadLetter(endings.filter(({ status: outcome }) => outcome === 'dead'));
    if (ids('done').length > 0)
      await this.queryRunner.rows(sql`delete from jobs where id = any(${ids('done')}::uuid[])`);
  }

  private async deadLetter(endings: readonly Ending[]): Promise<void> {
    const rows = endings.map(({ id, error }) => ({ id, error: error?.slice(0, MAX_ERROR) ?? null }));
    await this.queryRunner.rows(sql`
      with gone as (delete from jobs where id = any(${rows.map(({ id }) => id)}::uuid[]) returning *)
      insert into dead_jobs (id, kind, ref_id, group_key, priority, payload, attempts, last_error, created_at)
      select gone.id, gone.kind, gone.ref_id, gone.group_key, gone.priority, gone.payload, gone.attempts,
        coalesce(given.error, gone.last_error), gone.created_at
      from gone join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, error text)
        on given.id = gone.id`);
  }

  async report(reports: readonly GroupReport[]): Promise<void> {
    const notice = reports.filter(
      ({ hasSucceeded, failures, pauseSeconds }) => hasSucceeded || failures > 0 || pauseSeconds > 0,
    );
    if (notice.length === 0) return;
    await this.queryRunner.rows(sql`
      with given as (select * from jsonb_to_recordset(${JSON.stringify(notice)}::jsonb)
        as given ("group" varchar, "hasSucceeded" boolean, failures int, "pauseSeconds" double precision)),
      locked as (
        select g.group_key, given.* from job_groups g join given on given."group" = g.group_key
        where given.failures > 0 or given."pauseSeconds" > 0 or g.consecutive_failures > 0 or g.failing_since
          is not null order by g.group_key for update of g)
      update job_groups g set
        consecutive_failures = case when locked."hasSucceeded" then 0 else g.consecutive_failures end + locked.failures,
        failing_since = case when locked.failures = 0 and locked."hasSucceeded" then null when locked."hasSucceeded"
          then now() when locked.failures > 0 then coalesce(g.failing_since, now()) else g.failing_since end,
        paused_until = case when locked."pauseSeconds" > 0
          then greatest(g.paused_until, now() + make_interval(secs => locked."pauseSeconds")) else g.paused_until end
      from locked where locked.group_key = g.group_key`);
  }

  /** Returns false if another process has the job. */
  async renew(id: string, leaseToken: string, seconds: number): Promise<boolean> {
    const rows = await this.queryRunner.rows(
      sql`update jobs set lease_until = now() + make_interval(secs => ${seconds}) where id = ${id}::uuid
        and lease_token = ${leaseToken}::uuid returning id`,
    );
    return rows.length > 0;
  }

  /** Releases jobs with an interrupted attempt, so that another process does not wait for the end of the lease. */
  async release(jobs: readonly ClaimedJob[]): Promise<void> {
    await this.queryRunner.rows(sql`
      update jobs j set lease_token = null, lease_until = null, run_at = now()
      from jsonb_to_recordset(${JSON.stringify(jobs.map(({ id, leaseToken }) => ({ id, leaseToken })))}::jsonb)
        as given (id uuid, "leaseToken" uuid) where j.id = given.id and j.lease_token = given."leaseToken"`);
  }

  write<T>(work: () => Promise<T>): Promise<T> {
    return this.database.write(work);
  }
}
