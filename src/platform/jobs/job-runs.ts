import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { QueryRunner } from '../database/index.js';

/** Progress reports of long jobs. */
@Injectable()
export class JobRuns {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Stores the progress. Returns whether a user requested a cancellation. */
  async progress(id: string, done: number, total: number | null): Promise<{ readonly isCancelled: boolean }> {
    const row = await this.queryRunner.row<{ isCancelled: boolean }>(sql`
      update job_runs set status = 'running', started_at = coalesce(started_at, now()), progress_done = ${done},
        progress_total = ${total} where id = ${id}
      returning cancel_requested_at is not null as "isCancelled"`);
    return { isCancelled: row?.isCancelled ?? true };
  }

  /** Call it in `commitResults`, so that it commits together with the end of the job. */
  async finish(
    id: string,
    end: { readonly status: 'succeeded' | 'failed' | 'cancelled'; readonly result?: object; readonly error?: string },
  ): Promise<void> {
    await this.queryRunner.rows(sql`
      update job_runs set status = ${end.status}, result = ${end.result ? JSON.stringify(end.result) : null}::jsonb,
        error = ${end.error ?? null}, started_at = coalesce(started_at, now()), finished_at = now()
      where id = ${id} and finished_at is null`);
  }
}
