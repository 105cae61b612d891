import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/entity.js';
import { ADVISORY_LOCKS, Database, Reader } from '../database/index.js';
import type { NewJob } from './job.js';
import { JobSignal } from './job-signal.js';

export interface GroupLimits {
  readonly maxConcurrency?: number;
  /** Strictly one after the other, in the order of enqueueing; a job that fails holds the others up until it is through or dead. */
  readonly isOrdered?: boolean;
}

/** Puts work into the queue and steers its groups. Everything joins the unit of work at hand: no change, no job. */
@Injectable()
export class Jobs {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
    private readonly signal: JobSignal,
  ) {}

  /** A job of the same kind and `refId` that still lives stays as it is. */
  enqueue(jobs: readonly NewJob[]): Promise<void> {
    return this.put(jobs.map((job) => ({ ...job, id: newId() })));
  }

  /**
   * Long work that somebody watches: a row in `job_runs`, which `GET /jobs/{id}` shows, and a job of the same id.
   * Its worker gets `refId` = that id and reports through `JobRuns`.
   */
  async start(
    actor: Actor | null,
    { kind, group, payload, priority = 2 }: Pick<NewJob, 'kind' | 'group' | 'payload' | 'priority'>,
  ): Promise<string> {
    const id = newId();
    await this.reader.rows(
      sql`insert into job_runs (id, kind, created_by_id) values (${id}, ${kind}, ${actor?.userId ?? null}::uuid)`,
    );
    await this.put([{ id, kind, refId: id, group, priority, ...(payload && { payload }) }]);
    return id;
  }

  /** Whether somebody is working on it at this moment. */
  async isAtWork(kind: string, refId: string): Promise<boolean> {
    return (
      (await this.reader.row(
        sql`select 1 from jobs where kind = ${kind} and ref_id = ${refId}::uuid and lease_token is not null`,
      )) !== undefined
    );
  }

  /** Takes jobs out that nobody is working on. Gives the `refId`s that were taken out. */
  async cancel(kind: string, refIds: readonly string[]): Promise<string[]> {
    const gone = await this.reader.rows<{ refId: string }>(
      sql`delete from jobs where kind = ${kind} and ref_id = any(${[...refIds]}::uuid[]) and lease_token is null returning ref_id as "refId"`,
    );
    return gone.map(({ refId }) => refId);
  }

  /** Takes out all of a group that nobody is working on. */
  async cancelGroup(group: string): Promise<string[]> {
    const gone = await this.reader.rows<{ refId: string }>(
      sql`delete from jobs where group_key = ${group} and lease_token is null returning ref_id as "refId"`,
    );
    return gone.map(({ refId }) => refId);
  }

  /** Puts jobs that were given up back into the queue, as if they had never been tried. Gives how many. */
  async redrive(condition: RawBuilder<unknown>, most: number): Promise<number> {
    const row = await this.database.write(() =>
      this.reader.row<{ count: number }>(sql`
      with kept as materialized (select pg_advisory_xact_lock_shared(${sql.lit(ADVISORY_LOCKS.jobGroups)})),
      gone as (delete from dead_jobs where id in (select d.id from kept cross join dead_jobs d where ${condition} order by d.died_at limit ${most} for update of d) returning *),
      grouped as (insert into job_groups (group_key) select distinct group_key from gone order by 1 on conflict do nothing),
      anew as (
        update job_runs r set status = 'waiting', started_at = null, finished_at = null, cancel_requested_at = null, result = null, error = null from gone where r.id = gone.ref_id),
      back as (
        insert into jobs (id, kind, ref_id, group_key, priority, payload, created_at) select id, kind, ref_id, group_key, priority, payload, created_at from gone on conflict (kind, ref_id) do nothing)
      select count(*)::int as count from gone`),
    );
    this.database.afterCommit(() => this.signal.wake());
    return row?.count ?? 0;
  }

  async limit(group: string, { maxConcurrency = 4, isOrdered = false }: GroupLimits): Promise<void> {
    await this.reader.rows(sql`
      insert into job_groups (group_key, max_concurrency, is_ordered) values (${group}, ${maxConcurrency}, ${isOrdered})
      on conflict (group_key) do update set max_concurrency = excluded.max_concurrency, is_ordered = excluded.is_ordered`);
  }

  /** Forgets pause and breaker of a group: whoever repaired it does not want to wait. */
  async resume(group: string): Promise<void> {
    await this.reader.rows(
      sql`update job_groups set paused_until = null, consecutive_failures = 0, failing_since = null where group_key = ${group}`,
    );
    this.database.afterCommit(() => this.signal.wake());
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

  /** A group without jobs may be forgotten, but not between these two statements: nobody would claim a job of no group. */
  private async insert(rows: readonly object[]): Promise<void> {
    await this.reader.rows(sql`
      with kept as materialized (select pg_advisory_xact_lock_shared(${sql.lit(ADVISORY_LOCKS.jobGroups)}))
      insert into job_groups (group_key) select distinct group_key from kept cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (group_key varchar) order by 1 on conflict do nothing`);
    await this.reader.rows(sql`
      insert into jobs (id, kind, ref_id, group_key, priority, payload, run_at)
      select id, kind, ref_id, group_key, priority, nullif(payload, 'null'), now() + make_interval(secs => delay)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, kind varchar, ref_id uuid, group_key varchar, priority smallint, payload jsonb, delay double precision)
      on conflict (kind, ref_id) do nothing`);
  }
}
