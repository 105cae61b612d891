import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { ConflictError, notFound } from '../../kernel/errors.js';
import { Database, QueryRunner } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { JobRetryRequest, JobRetryView, JobView } from './jobs.dto.js';
import { JobsQueries } from './jobs.queries.js';
import { notDead } from './jobs.service.js';

const MOST = 10_000;
const BATCH = 500;

/** Puts dead jobs back into the queue. */
@Injectable()
export class JobRetry {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly queries: JobsQueries,
    private readonly jobs: Jobs,
  ) {}

  /** Only one of several concurrent calls succeeds. For the other calls, the job is no longer dead. */
  one(actor: Actor, id: string): Promise<JobView> {
    return this.database.write(async () => {
      const back = await this.jobs.retry(sql`id = ${id}::uuid`, 1);
      const job = await this.queries.find(actor, id);
      if (!job)
        throw back > 0
          ? new ConflictError('job-queued-already', 'The same job is already in the queue.')
          : notFound('job');
      if (back === 0) throw notDead(job);
      return job;
    });
  }

  /** Uses one transaction per batch. Jobs that die again in the meantime are left for the next call. */
  async many({ kind, diedSince }: JobRetryRequest): Promise<JobRetryView> {
    const started =
      (await this.queryRunner.row<{ now: string }>(sql`select clock_timestamp() as now`))?.now ??
      new Date().toISOString();
    const chosen: RawBuilder<unknown> = sql`died_at <= ${started}::timestamptz and (${kind ?? null}::varchar is null
      or kind = ${kind ?? null}) and (${diedSince ?? null}::timestamptz is null
      or died_at >= ${diedSince ?? null}::timestamptz)`;
    let retried = 0;
    for (let batch = BATCH; batch === BATCH && retried < MOST; retried += batch) {
      batch = await this.jobs.retry(chosen, BATCH);
    }
    const left = await this.queryRunner.row<{ count: number }>(
      sql`select count(*)::int as count from dead_jobs where ${chosen}`,
    );
    return { retried, remaining: left?.count ?? 0 };
  }
}
