import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { Conflict, notFound } from '../../kernel/errors.js';
import { Database, Reader } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { JobRedrive, JobRedriveView, JobView } from './jobs.dto.js';
import { JobsQueries } from './jobs.queries.js';
import { notDead } from './jobs.service.js';

const MOST = 10_000;
const BATCH = 500;

/** Brings jobs back that were given up. */
@Injectable()
export class Redrive {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly queries: JobsQueries,
    private readonly jobs: Jobs,
  ) {}

  /** Twice at once is once: the second finds it no longer dead. */
  one(actor: Actor, id: string): Promise<JobView> {
    return this.database.write(async () => {
      const back = await this.jobs.redrive(sql`id = ${id}::uuid`, 1);
      const job = await this.queries.find(actor, id);
      if (!job)
        throw back > 0 ? new Conflict('job-queued-already', 'The same work is in the queue already.') : notFound('job');
      if (back === 0) throw notDead(job);
      return job;
    });
  }

  /** A batch a transaction. What dies again meanwhile is left for the next call. */
  async many({ kind, diedSince }: JobRedrive): Promise<JobRedriveView> {
    const started =
      (await this.reader.row<{ now: string }>(sql`select clock_timestamp() as now`))?.now ?? new Date().toISOString();
    const chosen: RawBuilder<unknown> = sql`died_at <= ${started}::timestamptz and (${kind ?? null}::varchar is null or kind = ${kind ?? null}) and (${diedSince ?? null}::timestamptz is null or died_at >= ${diedSince ?? null}::timestamptz)`;
    let redriven = 0;
    for (let batch = BATCH; batch === BATCH && redriven < MOST; redriven += batch) {
      batch = await this.jobs.redrive(chosen, BATCH);
    }
    const left = await this.reader.row<{ count: number }>(
      sql`select count(*)::int as count from dead_jobs where ${chosen}`,
    );
    return { redriven, remaining: left?.count ?? 0 };
  }
}
