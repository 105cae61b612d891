import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../database/index.js';

/** How long work reports to those who watch it. */
@Injectable()
export class JobRuns {
  constructor(private readonly reader: Reader) {}

  /** Says how far it is; gives whether somebody asked it to stop. */
  async progress(id: string, done: number, total: number | null): Promise<{ readonly isCancelled: boolean }> {
    const row = await this.reader.row<{ isCancelled: boolean }>(sql`
      update job_runs set status = 'running', started_at = coalesce(started_at, now()), progress_done = ${done}, progress_total = ${total} where id = ${id}
      returning cancel_requested_at is not null as "isCancelled"`);
    return { isCancelled: row?.isCancelled ?? true };
  }

  /** In `settle`, so that it stands or falls with the end of the job. */
  async finish(
    id: string,
    end: { readonly status: 'succeeded' | 'failed' | 'cancelled'; readonly result?: object; readonly error?: string },
  ): Promise<void> {
    await this.reader.rows(sql`
      update job_runs set status = ${end.status}, result = ${end.result ? JSON.stringify(end.result) : null}::jsonb, error = ${end.error ?? null}, started_at = coalesce(started_at, now()), finished_at = now()
      where id = ${id} and finished_at is null`);
  }
}
