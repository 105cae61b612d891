import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { ADVISORY_LOCKS, Database, QueryRunner } from '../database/index.js';
import type { NewJob } from './job.js';
import { JobSignal } from './job-signal.js';

export interface GroupLimits {
  readonly maxConcurrency?: number;
  /** Runs jobs strictly in order. A failing job blocks the next jobs until it is done or dead. */
  readonly isOrdered?: boolean;
}

/** Adds jobs to the queue and controls job groups. Every method joins the current unit of work. */
@Injectable()
export class Jobs {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
    private readonly signal: JobSignal,
  ) {}

  /** Does not change an open job of the same kind and `refId`. */
  enqueue(jobs: readonly NewJob[]): Promise<void> {
    return this.put(jobs.map((job) => ({ ...job, id: newId() })));
  }

  /**
   * Starts a long job with a progress report: a row in `job_runs`, which `GET /jobs/{id}` shows, and a job with the
   * same id. The worker gets this id as `refId` and reports through `JobRuns`.
   */
  async start(
    actor: Actor | null,
    { kind, group, payload, priority = 2 }: Pick<NewJob, 'kind' | 'group' | 'payload' | 'priority'>,
  ): Promise<string> {
    const id = newId();
    await this.queryRunner.rows(
      sql`insert into job_runs (id, kind, created_by_id) values (${id}, ${kind}, ${actor?.userId ?? null}::uuid)`,
    );
    await this.put([{ id, kind, refId: id, group, priority, ...(payload && { payload }) }]);
    return id;
  }

  /** Returns whether a process works on the job now. */
  async isAtWork(kind: string, refId: string): Promise<boolean> {
    return (
      (await this.queryRunner.row(
        sql`select 1 from jobs where kind = ${kind} and ref_id = ${refId}::uuid and lease_token is not null`,
      )) !== undefined
    );
  }

  /** Cancels jobs that no process works on. Returns the `refId`s of the cancelled jobs. */
  async cancel(kind: string, refIds: readonly string[]): Promise<string[]> {
    const gone = await this.queryRunner.rows<{ refId: string }>(
      sql`delete from jobs where kind = ${kind} and ref_id = any(${[...refIds]}::uuid[]) and lease_token is null
        returning ref_id as "refId"`,
    );
    return gone.map(({ refId }) => refId);
  }

  /** Cancels all jobs of a group that no process works on. */
  async cancelGroup(group: string): Promise<string[]> {
    const gone = await this.queryRunner.rows<{ refId: string }>(
      sql`delete from jobs where group_key = ${group} and lease_token is null returning ref_id as "refId"`,
    );
    return gone.map(({ refId }) => refId);
  }

  /** Retries dead letters with a new count of attempts. Returns the number of jobs. */
  async retry(condition: RawBuilder<unknown>, most: number): Promise<number> {
    const row = await this.database.write(() =>
      this.queryRunner.row<{ count: number }>(sql`
      with kept as materialized (select pg_advisory_xact_lock_shared(${sql.lit(ADVISORY_LOCKS.jobGroups)})),
      gone as (delete from dead_jobs where id in (select d.id from kept cross join dead_jobs d where ${condition}
        order by d.died_at limit ${most} for update of d) returning *),
      grouped as (insert into job_groups (group_key) select distinct group_key from gone order by 1
        on conflict do nothing),
      anew as (
        update job_runs r set status = 'waiting', started_at = null, finished_at = null, cancel_requested_at = null,
          result = null, error = null from gone where r.id = gone.ref_id),
      back as (
        insert into jobs (id, kind, ref_id, group_key, priority, payload, created_at)
          select id, kind, ref_id, group_key, priority, payload, created_at from gone
          on conflict (kind, ref_id) do nothing)
      select count(*)::int as count from gone`),
    );
    this.database.afterCommit(() => this.signal.wake());
    return row?.count ?? 0;
  }

  async limit(group: string, { maxConcurrency = 4, isOrdered = false }: GroupLimits): Promise<void> {
    await this.queryRunner.rows(sql`
      insert into job_groups (group_key, max_concurrency, is_ordered) values (${group}, ${maxConcurrency}, ${isOrdered})
      on conflict (group_key) do update set max_concurrency = excluded.max_concurrency, is_ordered
        = excluded.is_ordered`);
  }

  /** Resets pause and circuit breaker of a group, for users who repaired the cause. */
  async resume(group: string): Promise<void> {
    await this.queryRunner.rows(
      sql`update job_groups set paused_until = null, consecutive_failures = 0, failing_since = null
        where group_key = ${group}`,
    );
    this.database.afterCommit(() => this.signal.wake());
  }

  async pause(group: string, minutes: number): Promise<void> {
    await this.queryRunner.rows(
      sql`update job_groups set paused_until = now() + make_interval(mins => ${minutes}::int)
        where group_key = ${group}`,
    );
  }

  private async put(jobs: readonly (NewJob & { readonly id: string })[]): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ id, kind, refId, group, priority = 1, payload, delaySeconds = 0 }) => ({
      id,
      kind,
      ref_id: refId,
      group_key: group,
      priority,
      payload: payload ?? null,
      delay: delaySeconds,
    }));
    await this.database.write(() => this.insert(rows));
    this.database.afterCommit(() => this.signal.wake());
  }

  /**
   * A group without jobs can be deleted, but not between these two statements: a job without a group is never claimed.
   */
  private async insert(rows: readonly object[]): Promise<void> {
    await this.queryRunner.rows(sql`
      with kept as materialized (select pg_advisory_xact_lock_shared(${sql.lit(ADVISORY_LOCKS.jobGroups)}))
      insert into job_groups (group_key) select distinct group_key from kept cross
        join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (group_key varchar) order by 1
        on conflict do nothing`);
    await this.queryRunner.rows(sql`
      insert into jobs (id, kind, ref_id, group_key, priority, payload, run_at)
      select id, kind, ref_id, group_key, priority, nullif(payload, 'null'), now() + make_interval(secs => delay)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (id uuid, kind varchar, ref_id uuid, group_key varchar, priority smallint, payload jsonb,
        delay double precision)
      on conflict (kind, ref_id) do nothing`);
  }

  /**
   * Adjusts times after the clock of the database was set back. Jobs wait as long as planned, and leases end at most a
   * minute too late.
   */
  async followClock(): Promise<void> {
    await this.queryRunner.rows(sql`
      update jobs set waits_since = now(), run_at = run_at - (waits_since - now()), lease_until = least(lease_until,
        now() + interval '60 seconds')
      where waits_since > now() + interval '1 second' or lease_until > now() + interval '1 hour'`);
  }
}
